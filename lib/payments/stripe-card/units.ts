/**
 * Currencies whose amounts Stripe writes with other decimals than ISO 4217 has: zero in ISO and two at Stripe, kept so
 * for older clients (docs.stripe.com/currencies, "special cases").
 */
const STRIPE_EXPONENTS: Readonly<Record<string, number>> = { ISK: 2, UGX: 2 };

/**
 * Stripe's integer amount in minor units of our exponent, so that both can be compared. Null when Stripe's amount has
 * digits that ours cannot show: then they are not the same amount.
 */
export function fromStripe(amount: number, currency: string, exponent: number): number | null {
  if (!Number.isSafeInteger(amount)) return null;
  const theirs = STRIPE_EXPONENTS[currency.toUpperCase()] ?? exponent;
  const scaled = amount * 10 ** (exponent - theirs);
  return Number.isSafeInteger(scaled) ? scaled : null;
}
