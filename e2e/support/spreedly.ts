import { expect, type FrameLocator, type Page } from '@playwright/test';

const PAY = { name: /^Pay / } as const;

/** Cards of Spreedly's test gateway. */
export const SPREEDLY = { ok: '4111111111111111', declined: '4012888888881881' } as const;

/** Opens Express over the page; answers the form in its window. */
export async function openExpress(page: Page): Promise<FrameLocator> {
  await expect(page.getByRole('button', PAY)).toBeEnabled({ timeout: 20_000 });
  await page.getByRole('button', PAY).click();
  const form = page.frameLocator('iframe[name="spreedly-express"]');
  await expect(form.getByLabel('Card number')).toBeVisible();
  return form;
}

/** Types a card into the window; answers its button. */
export async function typeIntoExpress(form: FrameLocator, number: string, cvc = '123') {
  await form.getByLabel('Name on card').fill('Ada Lovelace');
  await form.getByLabel('Card number').fill(number);
  await form.getByLabel(/^Expiry/).fill('12/34');
  await form.getByLabel('Security code').fill(cvc);
  return form.getByRole('button', PAY);
}
