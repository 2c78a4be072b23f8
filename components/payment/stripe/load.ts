import type { Stripe, StripeElementLocale } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import { loadScript } from '../parts/load-script';

/** Whose card form it is. */
export interface Account {
  readonly publishableKey: string;
  /** Connected account, where there is one. */
  readonly account?: string;
}

/**
 * Loads the configured script, then has Stripe's own loader make the client. The loader takes a `window.Stripe` that is
 * there already and injects js.stripe.com otherwise, so that for Stripe's own address it is left to do the whole job.
 * Rejects when the script cannot be had; calling again tries again.
 */
export async function loadClient(
  { publishableKey, account }: Account,
  scriptUrl: string,
  locale: string,
): Promise<Stripe> {
  if (new URL(scriptUrl).origin !== 'https://js.stripe.com') await loadScript(scriptUrl, 'Stripe');
  const stripe = await loadStripe(publishableKey, {
    stripeAccount: account,
    locale: stripeLocale(locale),
  });
  if (!stripe) throw new Error('Stripe.js is for browsers only.');
  return stripe;
}

/** Languages that Stripe's fields have as a region, too; for all others the bare language does. */
const REGIONAL: ReadonlySet<string> = new Set(['en-GB', 'es-419', 'fr-CA', 'pt-BR', 'zh-HK', 'zh-TW']);

function stripeLocale(tag: string): StripeElementLocale {
  const locale = REGIONAL.has(tag) ? tag : (tag.split('-')[0] ?? 'auto');
  // Stripe falls back to English for languages that it does not have.
  return locale as StripeElementLocale;
}
