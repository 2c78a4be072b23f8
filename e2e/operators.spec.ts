import { act, logIn, OPS_KEY } from './support/operator';
import { buy, stage } from './support/orders';
import { ledgerOf } from './support/sandbox';
import { intentOf, view } from './support/shop';
import { accessible, expect, test } from './support/test';

const BEARER = { authorization: `Bearer ${OPS_KEY}` };

test('nobody without the key sees an order, nor that there is one', async ({ page }) => {
  await page.goto('/ops');
  await expect(page.getByLabel('Key', { exact: true })).toBeVisible();
  await accessible(page);
  await logIn(page, 'Mallory', 'not-the-operators-key-at-all');
  await expect(page.locator('main')).toContainText('This is not the key.');
  await expect(page.getByLabel('Key', { exact: true })).toBeVisible();
  const { origin } = new URL(page.url());
  for (const path of ['/ops/anything/check', '/ops/anything/mark-refunded']) {
    const answer = await page.request.post(path, {
      headers: { origin },
      form: { reason: 'because' },
      maxRedirects: 0,
    });
    expect(answer.headers().location).toContain('problem=not_found');
  }
  for (const authorization of ['', 'Bearer wrong-key-0000000000000000']) {
    const answer = await page.request.get('/api/ops/checkouts', { headers: { authorization } });
    expect(answer.status()).toBe(404);
  }
});

test('money owed is listed until an operator notes how it went back', async ({ page }) => {
  const id = await buy(page, 'T901');
  await stage(page, 'Tickets not booked', 15_000);
  const { reference } = await view(page, id);

  await logIn(page, 'Grace');
  await accessible(page);
  const row = page.getByRole('row').filter({ hasText: reference });
  await expect(row).toContainText('Refund due');
  await row.getByRole('link', { name: reference }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(reference);
  await expect(page.locator('main')).not.toContainText('ada@example.com');
  await accessible(page);

  await act(page, 'check', 'Customer called');
  await expect(page.locator('main')).toContainText('Customer called');
  await expect(page.locator('main')).toContainText('Refund due');
  await act(page, 'mark-refunded', 'Bank transfer 4711');
  await expect(page.locator('main')).toContainText('Nothing needs a person here.');
  await expect(page.locator('main')).toContainText(/Grace · \S.* · Bank transfer 4711/);
  await page.goto('/ops');
  await expect(page.getByRole('row').filter({ hasText: reference })).toHaveCount(0);

  expect((await view(page, id)).money.state).toBe('refunded');
  await page.goto(`/checkout/${id}`);
  await expect(page.locator('main')).toContainText('The money you paid was returned');
});

test('booked tickets are cancelled, and the money goes back', async ({ page }) => {
  const id = await buy(page, 'T103');
  await stage(page, 'Your tickets');
  await logIn(page, 'Grace');
  await page.goto(`/ops/${id}`);
  await act(page, 'cancel', 'Customer is ill');
  await expect(page).toHaveURL(new RegExp(`/ops/${id}$`));
  const intent = await intentOf(page, id);
  await expect
    .poll(async () => (await ledgerOf(intent)).bookings[0]?.status, { timeout: 20_000 })
    .toBe('cancelled');
  const { charges } = await ledgerOf(intent);
  expect(charges[0]?.refunded).toBe(charges[0]?.captured);

  // Tickitto never says that money of cancelled tickets went back: it stays owed until a person has seen it.
  expect((await view(page, id)).money.state).toBe('refund_due');
  await page.reload();
  await act(page, 'mark-refunded', 'Seen at the provider');
  await expect(page.locator('main')).toContainText('Nothing needs a person here.');
  await page.goto(`/checkout/${id}`);
  await expect(page.locator('main')).toContainText('was returned');
  await expect(page.locator('main')).toContainText('Cancelled');
});

test('the same by the API, with the key as Bearer', { tag: '@full' }, async ({ page }) => {
  const id = await buy(page, 'T901');
  await stage(page, 'Tickets not booked', 15_000);
  const call = (path: string, data?: unknown) =>
    data === undefined
      ? page.request.get(`/api/ops/checkouts${path}`, { headers: BEARER })
      : page.request.post(`/api/ops/checkouts${path}`, { headers: BEARER, data });
  const { checkouts } = await (await call('')).json();
  expect(checkouts).toContainEqual(
    expect.objectContaining({ id, attention: expect.objectContaining({ code: 'refund_due' }) }),
  );
  expect(JSON.stringify(checkouts)).not.toContain('ada@example.com');
  const seen = await (await call(`/${id}`)).json();
  const entry = seen.money.entries[0].key;
  expect(seen.journal.length).toBeGreaterThan(5);
  expect((await call(`/${id}/check`, { reason: 'Asked by phone', by: 'Grace' })).status()).toBe(200);
  expect((await call(`/${id}/mark-refunded`, { entry })).status()).toBe(422);
  const marked = await call(`/${id}/mark-refunded`, { entry, reason: 'Bank transfer 4712', by: 'Grace' });
  expect(await marked.json()).toMatchObject({ attention: null, money: { state: 'refunded' } });
  const left = await (await call('')).json();
  expect(JSON.stringify(left)).not.toContain(id);
  expect((await call('/unknown-order/check', { reason: 'Asked by phone' })).status()).toBe(404);
});
