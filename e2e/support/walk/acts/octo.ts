import { expect } from '@playwright/test';
import type { Act } from '../walk';
import { paidAndGone, refusedAtViva } from './payers';

const notOffered: Act = async ({ page }) => {
  await expect(page.locator('main')).toContainText('“bridgepay”, which this shop does not know');
  await expect(page.locator('form[action$="/pay"]')).toHaveCount(0);
};

/** What is particular about OCTO's purchases. */
export const octo: Readonly<Record<string, Act>> = {
  'octo.viva.declined': refusedAtViva,
  'octo.viva.left': paidAndGone,
  'octo.unknown-gateway': notOffered,
};
