import { type CurrencyCode, currencyWire, major } from '../money';
import type { Voice } from './voice';

const GROSS_SHARE = 0.128;
const USER_SHARE = 0.84;
const VAT = 0.2;

/** What the platform and its partner earn on an amount (minor units), by a fixed share. */
export function commissions(
  voice: Voice,
  minor: number,
  currency: CurrencyCode,
  prefix = '',
): Record<string, unknown> {
  const gross = Math.round(minor * GROSS_SHARE);
  return {
    [`${prefix}gross_commission`]: commission(voice, gross, currency),
    [`${prefix}user_commission`]: commission(voice, Math.round(gross * USER_SHARE), currency),
  };
}

function commission({ old }: Voice, minor: number, currency: CurrencyCode): Record<string, unknown> {
  return {
    amount_excluding_vat: major(minor, currency),
    amount_including_vat: major(Math.round(minor * (1 + VAT)), currency),
    ...(old ? { commission_currency: currencyWire(currency) } : { commission_currency_code: currency }),
  };
}
