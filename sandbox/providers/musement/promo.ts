import { exactly } from './money';

/** A code that takes something off a cart. */
export interface PromoSpec {
  readonly code: string;
  readonly percentage: boolean;
  /** Percent, or minor units of euros. */
  readonly discount: number;
  readonly active: boolean;
  readonly minimum: number;
}

const PROMOS: readonly PromoSpec[] = [
  { code: 'SANDBOX10', percentage: true, discount: 10, active: true, minimum: 0 },
  { code: 'FIVEOFF', percentage: false, discount: 500, active: true, minimum: 1000 },
  { code: 'GRATIS', percentage: true, discount: 100, active: true, minimum: 0 },
  { code: 'EXPIRED', percentage: true, discount: 15, active: false, minimum: 0 },
];

/** A code as somebody typed it. */
export function findPromo(code: string): PromoSpec | undefined {
  return PROMOS.find((one) => one.code === code.trim().toUpperCase());
}

/** What a code takes off `minor` of a currency. */
export function discountOf(code: string | null, minor: number, currency: string): number {
  const promo = code === null ? undefined : findPromo(code);
  if (!promo || minor < exactly(promo.minimum, 'EUR', currency)) return 0;
  if (promo.percentage) return Math.round((minor * promo.discount) / 100);
  return exactly(promo.discount, 'EUR', currency);
}
