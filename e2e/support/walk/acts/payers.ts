import { expect } from '@playwright/test';
import { openExpress, typeIntoExpress } from '../../spreedly';
import { PLAIN, payAsTold, payWell, tillOf } from '../tills';
import type { Act } from '../walk';
import { payThenLater } from './parts';

/** Pays at Viva, is refused there, and goes back to the shop. */
export const refusedAtViva: Act = async (walk) => {
  await payAsTold(walk);
  await expect(walk.page.getByRole('alert')).toBeVisible();
  await walk.page.getByTestId('back').click();
};

/** Pays at Viva and does not come back; half an hour later the supplier confirms by itself. */
export const paidAndGone: Act = async (walk) => {
  await payAsTold(walk);
  await expect(walk.page.getByText('Your payment was successful')).toBeVisible();
  await walk.page.goto(`/checkout/${walk.id}`);
  await payThenLater({ ...walk, scenario: { ...walk.scenario, buy: { ...walk.scenario.buy, option: '' } } });
};

const leftAtTheBank: Act = async (walk) => {
  const { page, scenario } = walk;
  if (!scenario.card) return;
  await tillOf(scenario.buy.option)?.pay(walk, { ...scenario.card, ...PLAIN });
  await expect(page.getByLabel('Password')).toBeVisible();
  await page.goto(`/checkout/${walk.id}`);
};

const fiveTimesRefused: Act = async (walk) => {
  for (let tries = 0; tries < 5; tries += 1) {
    // Each try has a form of its own: the next card is typed when the last form has gone.
    const said = walk.page.waitForResponse((response) => response.url().endsWith('/results'));
    await payAsTold(walk);
    await said;
  }
};

const mistyped: Act = async ({ page, scenario }) => {
  const form = await openExpress(page);
  await (await typeIntoExpress(form, scenario.card?.number ?? '')).click();
  await expect(form.getByLabel('Card number')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('Name on card').press('Escape');
};

const closed: Act = async ({ page }) => {
  const form = await openExpress(page);
  await form.getByLabel('Name on card').press('Escape');
  await expect(form.getByLabel('Card number')).toBeHidden();
};

const unsigned: Act = async (walk) => {
  await payWell(walk);
  const form = walk.page.frameLocator('iframe[name="spreedly-express"]');
  await expect(form.getByRole('alert')).toHaveText(/\S/);
  await form.getByLabel('Name on card').press('Escape');
};

/** What is particular at those who take the money. */
export const payers: Readonly<Record<string, Act>> = {
  'adyen.session.refused': fiveTimesRefused,
  'viva.card.declined': refusedAtViva,
  'viva.card.refused': refusedAtViva,
  'viva.leave.paid': paidAndGone,
  'viva.leave.bank': leftAtTheBank,
  'spreedly.form.mistake': mistyped,
  'spreedly.form.closed': closed,
  'spreedly.form.refused': unsigned,
};
