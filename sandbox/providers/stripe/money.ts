import { invalid } from './errors';

/** Smallest charge by currency, in minor units; Stripe refuses less because its fee would eat it. */
const MINIMUM: Readonly<Record<string, number>> = {
  aed: 200,
  aud: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  jpy: 50,
  kwd: 160,
  mxn: 1000,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
};

/** Decimals that are not two. */
const DECIMALS: Readonly<Record<string, number>> = { jpy: 0, kwd: 3 };
const decimals = (currency: string) => DECIMALS[currency] ?? 2;
const MAXIMUM = 99_999_999;

/** Text such as `£0.30 gbp`, the way Stripe's own messages write money. */
export function display(amount: number, currency: string): string {
  const digits = decimals(currency);
  const text = new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: currency.toUpperCase(),
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount / 10 ** digits);
  return `${text} ${currency}`;
}

/** Throws the refusal that an amount or currency deserves; `amount` is in minor units. */
export function checkAmount(amount: number, currency: string): void {
  const minimum = MINIMUM[currency];
  if (minimum === undefined) {
    throw invalid(`Invalid currency: ${currency}. This sandbox knows: ${Object.keys(MINIMUM).join(', ')}`, {
      param: 'currency',
    });
  }
  if (amount < minimum) {
    throw invalid(`Amount must be at least ${display(minimum, currency)}`, {
      code: 'amount_too_small',
      param: 'amount',
    });
  }
  // Schemes count hundredths: of a thousandth's digit nothing but 0 is taken.
  if (decimals(currency) === 3 && amount % 10 !== 0) {
    throw invalid('Amounts in three-decimal currencies must be divisible by 10.', { param: 'amount' });
  }
  if (amount > MAXIMUM) {
    throw invalid(`Amount must be no more than ${display(MAXIMUM, currency)}`, {
      code: 'amount_too_large',
      param: 'amount',
    });
  }
}
