import { quickTill } from './support/quick';
import { boughtOnce, intentAt, unpaid } from './support/records';
import { CARDS, challenge, pay, view } from './support/shop';
import { accessible, expect, test } from './support/test';

const ALERT = 'main form [role=alert][tabindex]';

test('the bank is not convinced; a good card pays the same intent', async ({ page }) => {
  const id = await quickTill(page);
  const intent = await intentAt(page, id);
  await pay(page, CARDS.threeDS);
  await challenge(page).getByRole('button', { name: 'Fail' }).click();
  await expect(page.locator(ALERT)).toContainText(/authenticate|confirm/i);
  await expect(page.getByRole('button', { name: /^Pay / })).toBeEnabled();
  await accessible(page);
  await unpaid(intent);
  expect(await view(page, id)).toMatchObject({ tickets: 'held', money: { state: 'none' } });
  await pay(page, CARDS.ok);
  const { charges } = await boughtOnce(page, id);
  expect(charges).toMatchObject([{ id: intent, declines: ['authentication_failed'] }]);
});

test('the bank’s question is closed; it may be asked again', async ({ page }) => {
  const id = await quickTill(page);
  const intent = await intentAt(page, id);
  await pay(page, CARDS.threeDS);
  await challenge(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.locator(ALERT)).not.toBeEmpty();
  await expect(page.getByRole('button', { name: /^Pay / })).toBeEnabled();
  await accessible(page);
  await unpaid(intent);
  await pay(page, CARDS.threeDS);
  await challenge(page).getByRole('button', { name: 'Complete' }).click();
  expect((await boughtOnce(page, id)).charges).toMatchObject([{ id: intent }]);
});

test('a reload while the bank asks: the question comes back, and passes', async ({ page }) => {
  const id = await quickTill(page);
  await pay(page, CARDS.threeDS);
  await expect(challenge(page).getByRole('button', { name: 'Complete' })).toBeVisible();
  await page.reload();
  await challenge(page).getByRole('button', { name: 'Complete' }).click();
  await boughtOnce(page, id);
});

test('passed at the bank, refused by it all the same', { tag: '@full' }, async ({ page }) => {
  const id = await quickTill(page);
  const intent = await intentAt(page, id);
  await pay(page, '4000008400001629');
  await challenge(page).getByRole('button', { name: 'Complete' }).click();
  await expect(page.locator(ALERT)).toContainText(/declined/i);
  await unpaid(intent);
  await pay(page, CARDS.ok);
  expect((await boughtOnce(page, id)).charges).toMatchObject([{ declines: ['generic_decline'] }]);
});
