import { expect } from '@playwright/test';
import { told } from '../told';
import type { Walk } from '../walk';
import { adyen } from './adyen';
import { redirect } from './redirect';
import { spreedly } from './spreedly';
import { stripe } from './stripe';
import { tikkie } from './tikkie';
import { tokens } from './tokens';
import type { Hand, Till } from './types';
import { viva } from './viva';

const TILLS: Readonly<Record<string, Till>> = {
  'octo.stripe': stripe,
  'tickitto.stripe': stripe,
  'musement.stripe': stripe,
  'ingresso.stripe': tokens,
  'ingresso.redirect': redirect,
  'octo.adyen': adyen,
  'musement.adyen': adyen,
  'octo.viva': viva,
  'octo.spreedly': spreedly,
  'ingresso.credit:tikkie': tikkie,
  'octo.external:tikkie': tikkie,
  'musement.no-payment:tikkie': tikkie,
};

/** How one pays by an option; none where a click on the order's page is all. */
export const tillOf = (option: string): Till | undefined => TILLS[option];

/** What the tester has in their hand: what the scenario names, else what always pays. */
function handOf({ scenario, instead }: Walk, till: Till): Hand {
  const { holder, asked, button } = told(scenario);
  const typed = scenario.card !== undefined;
  return { ...(scenario.card ?? till.good), holder, asked, instead, button: typed ? undefined : button };
}

/** Pays as the scenario says, at the till. */
export async function payAsTold(walk: Walk): Promise<void> {
  const till = tillOf(walk.scenario.buy.option);
  await till?.pay(walk, handOf(walk, till));
}

/** Nobody asks, and nothing is pressed but what pays. */
export const PLAIN = { asked: false, holder: undefined, instead: undefined, button: undefined } as const;

/** Pays with what always pays, at the till. */
export async function payWell(walk: Walk, option = walk.scenario.buy.option): Promise<void> {
  const till = tillOf(option);
  await till?.pay(walk, { ...till.good, ...PLAIN });
}

/**
 * From the order's page to the till of an option, whether it was begun before or not; false where a click on the order's page
 * was all, because nothing is paid at a till.
 */
export async function toTheTill(
  { page, id, scenario }: Walk,
  option = scenario.buy.option,
): Promise<boolean> {
  const on = page.getByRole('link', { name: /^Continue (where|to the payment)/ });
  const radio = page.locator(`[name="option"][value="${option}"]`);
  const book = page.locator('form[action$="/pay"] button');
  if (!page.url().endsWith(`/checkout/${id}`)) await page.goto(`/checkout/${id}`);
  await expect(on.or(book).first()).toBeVisible({ timeout: 30_000 });
  if (await book.isVisible()) {
    const paid = await radio.isVisible();
    if (paid) await radio.check();
    await book.click();
    if (!paid) return false;
  }
  if (!tillOf(option)) return false;
  await expect(async () => {
    // Starting may take longer than one answer: then the order's page leads on.
    if (await on.isVisible()) await on.click();
    expect(page.url()).not.toMatch(/\/checkout\/[^/]+$/);
  }).toPass({ timeout: 30_000 });
  return true;
}

/** Pays once more, with what always pays, from wherever the first try has led. */
export async function payAgain(walk: Walk): Promise<void> {
  const { page, scenario } = walk;
  const here = tillOf(scenario.buy.option)?.stays && /\/pay\/[^/]+$/.test(page.url());
  if (!here) await toTheTill(walk);
  await payWell(walk);
}
