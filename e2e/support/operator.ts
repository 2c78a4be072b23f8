import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** The operators' key, as the sandbox's own environment has it. */
export const OPS_KEY =
  process.env.OPS_KEY ?? /^OPS_KEY=(.+)$/m.exec(readFileSync('.env.sandbox', 'utf8'))?.[1]?.trim() ?? '';

/** Logs in under a name; ends on the list. */
export async function logIn(page: Page, name: string, key = OPS_KEY): Promise<void> {
  await page.goto('/ops');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Key', { exact: true }).fill(key);
  await page.getByRole('button', { name: 'Log in' }).click();
}

/** The acts, by the last part of their form's address. */
type Act = 'check' | 'cancel' | 'refund' | 'mark-refunded';

/** Unfolds one of the acts and does it, with a reason. */
export async function act(page: Page, name: Act, reason: string): Promise<void> {
  const fold = page.locator('details').filter({ has: page.locator(`form[action$="/${name}"]`) });
  await fold.locator('summary').click();
  await fold.getByLabel('Reason').fill(reason);
  await fold.locator('button').click();
}
