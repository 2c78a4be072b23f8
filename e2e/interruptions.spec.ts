import { quickBasket, quickHold, quickTill } from './support/quick';
import { boughtOnce, callsOf, confirmsOf, intentAt, unpaid } from './support/records';
import { ledgerOf, sandbox } from './support/sandbox';
import { ADA, CARDS, checkOut, fillDetails, pay, typeCard, view } from './support/shop';
import { accessible, expect, observe, test } from './support/test';

const PAY = { name: /^Pay / } as const;

test('Enter and two clicks on Pay charge once', async ({ page }) => {
  const id = await quickTill(page);
  const intent = await intentAt(page, id);
  await typeCard(page, CARDS.ok);
  const { x = 0, y = 0 } = (await page.getByRole('button', PAY).boundingBox()) ?? {};
  await page.locator('#card-name').press('Enter');
  // A hand looks at no `aria-disabled`.
  await page.mouse.dblclick(x + 20, y + 20);
  await boughtOnce(page, id);
  expect(await confirmsOf(intent)).toBe(1);
});

test('each form’s button clicked twice: one hold, one attempt', async ({ page }) => {
  await quickBasket(page);
  await page.goto('/basket');
  await page.getByRole('button', { name: 'Checkout' }).dblclick();
  await page.waitForURL(/\/checkout\/[^/]+$/);
  const id = page.url().split('/').at(-1) ?? '';
  for (const [name, value] of Object.entries(ADA))
    await page.locator(`[name="customer.${name}"]`).fill(value);
  await page.getByRole('button', { name: 'Continue to payment' }).dblclick();
  await page.locator('form[action$="/pay"] button').dblclick();
  await page.waitForURL(/\/pay\/[^/]+$/);
  await expect(page.getByRole('button', PAY)).toBeEnabled();
  const { holds, charges } = await ledgerOf(await intentAt(page, id));
  expect(holds).toMatchObject([{ status: 'held' }]);
  expect(charges).toHaveLength(1);
});

test('letting go and holding again, each clicked twice: one release, one new hold', async ({ page }) => {
  const id = await quickTill(page);
  const intent = await intentAt(page, id);
  await page.goto(`/checkout/${id}?edit=details`);
  await page.getByRole('button', { name: 'Let these tickets go' }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You let these tickets go');
  await accessible(page);
  await page.getByRole('button', { name: 'Hold these tickets again' }).dblclick();
  await expect(page.getByRole('button', PAY)).toBeEnabled();
  const { holds, charges, bookings } = await ledgerOf(intent);
  expect(holds.map(({ status }) => status).sort()).toEqual(['held', 'released']);
  expect(charges.filter(({ captured }) => captured > 0)).toEqual([]);
  expect(bookings).toEqual([]);
});

test('twenty clicks at once that no script holds back start one attempt', async ({ page }) => {
  const id = await quickHold(page);
  await page.goto(`/checkout/${id}`);
  const before = await callsOf('POST', '/api/basket/stripe_object');
  const attempts = await page.evaluate(async () => {
    const form = document.querySelector<HTMLFormElement>('form[action$="/pay"]');
    if (!form) return [];
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    const post = () => fetch(form.action, { method: 'POST', body: new URLSearchParams(fields) });
    return (await Promise.all(Array.from({ length: 20 }, post))).map(({ status, url }) => `${status} ${url}`);
  });
  expect(attempts).toHaveLength(20);
  expect(attempts.filter((answer) => !answer.startsWith('200 '))).toEqual([]);
  const { attempt } = await view(page, id);
  await page.goto(`/checkout/${id}/pay/${attempt?.id}`);
  await expect(page.getByRole('button', PAY)).toBeEnabled();
  expect((await callsOf('POST', '/api/basket/stripe_object')) - before).toBeLessThan(3);
  expect((await ledgerOf(await intentAt(page, id))).charges).toHaveLength(1);
});

test('two tabs: paid in one, the other shows the tickets and charges nothing', async ({ page, context }) => {
  const id = await quickTill(page);
  const intent = await intentAt(page, id);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('button', PAY)).toBeEnabled();
  await typeCard(other, CARDS.ok);
  await pay(page, CARDS.ok);
  await boughtOnce(page, id);
  await other.getByRole('button', PAY).click();
  await boughtOnce(other, id);
  expect(await confirmsOf(intent)).toBe(1);
});

test('back after payment never leads to a form that could pay again', async ({ page, watch }) => {
  watch.expected.push(/status of 409/);
  await quickBasket(page);
  await page.goto('/basket');
  const id = await checkOut(page);
  await fillDetails(page);
  await page.locator('form[action$="/pay"] button').click();
  await page.waitForURL(/\/pay\/[^/]+$/);
  const attempt = page.url().split('/').at(-1) ?? '';
  await expect(page.getByRole('button', PAY)).toBeEnabled();
  await pay(page, CARDS.ok);
  const paid = await boughtOnce(page, id);
  for (let step = 0; step < 3; step += 1) {
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Your (tickets|basket)/);
    await expect(page.getByRole('button', PAY)).toHaveCount(0);
  }
  const forged = await page.evaluate(
    async ({ id, attempt }) => {
      const send = (path: string, body: unknown) =>
        fetch(`/api/checkouts/${id}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify(body),
        });
      const result = await send(`/attempts/${attempt}/results`, { step: '1', data: { outcome: 'declined' } });
      const again = await send('/attempts', { option: 'tickitto.stripe' });
      return [result.status, again.status];
    },
    { id, attempt },
  );
  expect(forged).toEqual([200, 409]);
  await page.goto(`/checkout/${id}`);
  expect(await boughtOnce(page, id)).toEqual(paid);
});

test('a browser’s word that it has paid books nothing', async ({ page }) => {
  const id = await quickTill(page);
  const intent = await intentAt(page, id);
  const { attempt } = await view(page, id);
  const data = { step: attempt?.step?.id, data: { outcome: 'succeeded', intent } };
  const url = `/api/checkouts/${id}/attempts/${attempt?.id}/results`;
  const forged = await page.request.post(url, { data, headers: { 'sec-fetch-site': 'same-origin' } });
  expect(forged.ok()).toBe(true);
  await page.reload();
  await expect(page.getByRole('button', PAY)).toBeEnabled();
  expect(await view(page, id)).toMatchObject({ tickets: 'held', money: { state: 'none' } });
  await unpaid(intent);
  await pay(page, CARDS.ok);
  await boughtOnce(page, id);
});

test('a reload at every step loses and repeats nothing', async ({ page }) => {
  await quickBasket(page, 'T911');
  await page.goto('/basket');
  await page.reload();
  const id = await checkOut(page);
  await page.locator('[name="customer.firstName"]').fill('Ada');
  await page.reload();
  await fillDetails(page);
  await page.locator('form[action$="/pay"] button').waitFor();
  await page.reload();
  await page.locator('form[action$="/pay"] button').click();
  await page.waitForURL(/\/pay\/[^/]+$/);
  await page.reload();
  await typeCard(page, CARDS.ok);
  await page.reload();
  const intent = await intentAt(page, id);
  await pay(page, CARDS.ok);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Confirming with');
  await accessible(page);
  await page.reload();
  await expect(page.getByText('Please do not pay again.').first()).toBeVisible();
  expect((await ledgerOf(intent)).charges).toMatchObject([{ status: 'captured' }]);
  await sandbox.action('tickitto', 'send-webhook', (await ledgerOf(intent)).charges[0]?.group ?? '');
  await boughtOnce(page, id);
  await page.reload();
  await boughtOnce(page, id);
  expect(await confirmsOf(intent)).toBe(1);
});

test('a reload while the bank thinks: the page waits, and the tickets come', async ({ page }) => {
  const id = await quickTill(page);
  const intent = await intentAt(page, id);
  await typeCard(page, '4000000000000077');
  const confirmed = page.waitForResponse((response) => response.url().endsWith(`${intent}/confirm`));
  await page.getByRole('button', PAY).click();
  await confirmed;
  await page.reload();
  await expect(page.getByRole('button', PAY)).toHaveCount(0);
  await boughtOnce(page, id);
  expect(await confirmsOf(intent)).toBe(1);
});

test('the tab dies right after paying: booked, one mail, and its link opens elsewhere', async ({
  page,
  browser,
  contextOptions,
  watch,
}) => {
  const id = await quickTill(page);
  const { reference } = await view(page, id);
  const intent = await intentAt(page, id);
  // The browser never gets to say what happened.
  await page.route('**/results', () => undefined);
  await typeCard(page, CARDS.ok);
  const confirmed = page.waitForResponse((response) => response.url().endsWith(`${intent}/confirm`));
  await page.getByRole('button', PAY).click();
  await confirmed;
  await page.close();
  const ours = async () => (await sandbox.mail()).filter(({ text }) => text.includes(reference));
  await expect.poll(async () => (await ours()).length, { timeout: 30_000 }).toBe(1);
  const [mail] = await ours();
  const link = /http\S+\/c\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  // A stranger's browser is told that there is no such order.
  watch.expected.push(/status of 404/);
  const elsewhere = await browser.newContext(contextOptions);
  await observe(elsewhere, watch);
  const visit = await elsewhere.newPage();
  await visit.goto(`/checkout/${id}`);
  await expect(visit.getByRole('heading', { level: 1 })).not.toHaveText('Your tickets');
  await visit.goto(link);
  await boughtOnce(visit, id);
  await accessible(visit);
  expect(await ours()).toHaveLength(1);
  expect(await confirmsOf(intent)).toBe(1);
  await elsewhere.close();
});
