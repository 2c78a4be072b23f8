import { expect } from '@playwright/test';
import { oneAdult, someDate } from '../../shop';
import { pressLater } from '../bench';
import { ENDS } from '../ends';
import { payAsTold } from '../tills';
import type { Act } from '../walk';

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

/** What is particular about Tickitto's purchases. */
export const tickitto: Readonly<Record<string, Act>> = {
  'tickitto.item-fails': owedThenBack,
  'tickitto.seats-gone': gone,
};
