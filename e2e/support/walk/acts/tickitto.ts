import { expect } from '@playwright/test';
import { stage } from '../../orders';
import { oneAdult, someDate } from '../../shop';
import { pressLater } from '../bench';
import { ENDS } from '../ends';
import { payAsTold, toTheTill } from '../tills';
import type { Act } from '../walk';
import { agree } from './parts';

const owedThenBack: Act = async (walk) => {
  await payAsTold(walk);
  await ENDS.owed(walk);
  await pressLater(walk);
};

const gone: Act = async ({ page }) => {
  const picker = page.frameLocator('main iframe');
  await someDate(picker);
  await oneAdult(picker);
  await expect(async () => {
    await picker.locator('#add').click({ timeout: 2000 });
    await expect(page.locator('main').getByRole('alert')).toContainText('could not hold that choice');
  }).toPass();
  await page.goto('/basket');
  await expect(page.locator('main')).toContainText('Your basket is empty.');
};

/** The new price is told when somebody is about to pay, and not before. */
const dearerAtTheTill: Act = async (walk) => {
  const { page } = walk;
  await page.locator('form[action$="/pay"] button[type=submit]').first().click();
  await stage(page, 'Something changed', 30_000);
  await expect(page.locator('main')).toContainText('The price is £23.52 now; it was £21.00.');
  await agree(walk);
  await toTheTill(walk);
  await payAsTold(walk);
};

/** What is particular about Tickitto's purchases. */
export const tickitto: Readonly<Record<string, Act>> = {
  'tickitto.item-fails': owedThenBack,
  'tickitto.seats-gone': gone,
  'tickitto.price-rises': dearerAtTheTill,
};
