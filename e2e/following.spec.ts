import { buy, payWell, stage } from './support/orders';
import { quickHold } from './support/quick';
import { boughtOnce, intentAt } from './support/records';
import { ledgerOf, sandbox } from './support/sandbox';
import { toTheTill, view } from './support/shop';
import { accessible, expect, test } from './support/test';

test('a page that offers to pay follows a payment in another tab, and leads into the same one', async ({
  page,
  context,
}) => {
  const id = await quickHold(page);
  await page.goto(`/checkout/${id}`);
  await stage(page, 'Pay for your tickets');
  await expect(page.getByText('A payment for this order is under way')).toHaveCount(0);
  const other = await context.newPage();
  await other.goto(`/checkout/${id}`);
  // It asks again once there is something to lead into: who asks while a payment is being prepared is taken along to it.
  let isThere: () => void = () => undefined;
  const there = new Promise<void>((resolve) => {
    isThere = resolve;
  });
  await page.route(`**/api/checkouts/${id}`, (route) => there.then(() => route.continue()));
  await toTheTill(other);
  isThere();
  await page.bringToFront();
  await expect(page.getByText('A payment for this order is under way')).toBeVisible({ timeout: 20_000 });
  await accessible(page);
  const resume = page.getByRole('link', { name: 'Continue where you were' });
  expect(new URL((await resume.getAttribute('href')) ?? '', page.url()).href).toBe(other.url());
  await payWell(other, id);
  await boughtOnce(other, id);
  // Nobody touches the first tab.
  await stage(page, 'Your tickets', 30_000);
});

test('a page that owes money follows it until it is back', async ({ page }) => {
  const id = await buy(page, 'T902');
  await expect(page.locator('main')).toContainText('Tickitto owes you', { timeout: 20_000 });
  await accessible(page);
  await expect(page.locator('main')).toContainText('The money you paid was returned.', { timeout: 30_000 });
  await expect(page.locator('main')).toContainText('Returned to you');
  await stage(page, 'Tickets not booked');
  expect((await view(page, id)).money.state).toBe('refunded');
});

test('a waiting page that was cut off on its way loads itself anew', async ({ page, context }) => {
  const id = await buy(page, 'T911');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Confirming with');
  const tab = await context.newPage();
  let asked = 0;
  await tab.route(`**/checkout/${id}`, async (route) => {
    asked += 1;
    if (asked > 1) return route.fallback();
    const answer = await route.fetch();
    const body = await answer.text();
    const end = body.indexOf('</script>', body.indexOf('location.reload')) + '</script>'.length;
    return route.fulfill({ response: answer, body: body.slice(0, end) });
  });
  await tab.goto(`/checkout/${id}`);
  await expect(tab.getByRole('heading', { level: 1 })).toHaveCount(0);
  await expect(tab.getByRole('heading', { level: 1 })).toContainText('Confirming with', { timeout: 30_000 });
  expect(asked).toBe(2);
  const { charges } = await ledgerOf(await intentAt(tab, id));
  await sandbox.action('tickitto', 'send-webhook', charges[0]?.group ?? '');
  await stage(tab, 'Your tickets', 30_000);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('what is not there says so, whoever asks', async ({ page, watch }) => {
    watch.expected.push(/status of 404/);
    for (const path of [
      '/nowhere',
      '/checkout/nobodys',
      '/checkout/nobodys/pay/a1',
      '/checkout/nobodys/go/a1',
      '/events/tickitto/nothing',
      '/events/nobody/T103',
      '/return/nobodys/status',
    ]) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(
        'This page is not in the programme.',
      );
      await expect(page.getByRole('main').getByRole('link', { name: 'Find my tickets' })).toBeVisible();
    }
  });
});
