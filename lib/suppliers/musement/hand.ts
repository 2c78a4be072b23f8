import type { JsonObject } from '@/lib/checkout/json';
import type { Checkout } from '@/lib/checkout/model';
import type { Amount } from '@/lib/checkout/money';
import { adyenCardFieldsParams } from '@/lib/payments/adyen-card-fields/params';
import { stripeManualParams } from '@/lib/payments/stripe-manual/params';
import type { Desk } from './desk';
import type { Gateway, Handed } from './memo';

type Pay = Extract<Handed, { kind: 'pay' }>;

/** Who pays, as their bank knows them. */
interface Payer {
  readonly name: string;
  readonly email: string;
}

/** Has the page take a card for a gateway. Null when what is configured does not make a form. */
export function cardStep(
  { config }: Desk,
  gateway: Gateway,
  amount: Amount,
  { name, email }: Payer,
  locale: string,
): Pay | null {
  if (gateway === 'STRIPE') {
    const { stripeKey: publishableKey, stripeScript: scriptUrl } = config;
    const billing = { name: name.slice(0, 200), email };
    const params = { ask: 'card', publishableKey, amount: { ...amount }, billing, scriptUrl };
    return stripeManualParams.safeParse(params).success
      ? { kind: 'pay', method: 'stripe-manual', params: params as JsonObject }
      : null;
  }
  const { region } = new Intl.Locale(locale).maximize();
  const country = /^[A-Z]{2}$/.test(region ?? '') ? { countryCode: region } : {};
  const params = { ...config.adyen, ...country, amount: { ...amount }, holderName: name.slice(0, 200) };
  return adyenCardFieldsParams.safeParse(params).success
    ? { kind: 'pay', method: 'adyen-card-fields', params: params as JsonObject }
    : null;
}

/** Has the page put the bank's question about an intent of Stripe's. */
export function bankStep({ config }: Desk, clientSecret: string, amount: Amount): Pay | null {
  const intent = clientSecret.split('_secret_')[0];
  const { stripeKey: publishableKey, stripeScript: scriptUrl } = config;
  const params = { ask: 'bank', publishableKey, clientSecret, intent, amount: { ...amount }, scriptUrl };
  return stripeManualParams.safeParse(params).success
    ? { kind: 'pay', method: 'stripe-manual', params: params as JsonObject }
    : null;
}

/** What is to be paid; null where that is not one sum. */
export function dueOf({ totals }: Pick<Checkout, 'totals'>): Amount | null {
  const [total, ...others] = totals;
  if (!total || others.length > 0) return null;
  return { amount: total.due, currency: total.currency, exponent: total.exponent };
}
