import 'server-only';
import type { OpenBasket } from '@/lib/checkout/shop-store';
import type { Foyer } from '@/lib/foyer';
import { changeLines, type LinesRequest } from '../basket-lines';
import { promoCode } from '../schemas/lines';

/** Names of the ways of delivery: `delivery.{group}` as picked, `counted.{group}` as the total on the page has it. */
const PICKED = 'delivery.';
const COUNTED = 'counted.';
/** A promo code as it stands in its field, and as the page has asked about it. */
const PROMO = 'promo';
const ASKED = 'promo-asked';
/** A promo code that the page says is not accepted. */
export const REFUSED = 'promo-refused';

type Pairs = readonly (readonly [string, string])[];
type Picked = Readonly<Record<string, string>>;

/** What a basket's form says of the whole: how tickets travel, and a promo code. */
export interface Chosen {
  readonly delivery: Picked;
  /** Null: the field was left empty. Absent: there was none. */
  readonly promo?: string | null;
  /** The same as the totals on the page have it. */
  readonly counted: { readonly delivery: Picked; readonly promo: string | null };
}

/** Reads a form. What is no code, however it was typed, is taken for none. */
export function chosenOn(pairs: Pairs): Chosen {
  const codes = pairs.flatMap(([name, value]) => (name === PROMO ? [codeIn(value)] : []));
  const asked = pairs.find(([name]) => name === ASKED)?.[1];
  return {
    delivery: named(pairs, PICKED),
    // The button that takes a code off comes after the field.
    promo: codes.at(-1),
    counted: { delivery: named(pairs, COUNTED), promo: codeIn(asked ?? '') },
  };
}

/** Whether the totals that the customer has seen are those of what they chose. */
export function isCounted({ delivery, promo = null, counted }: Chosen): boolean {
  return (
    promo === counted.promo &&
    Object.entries(delivery).every(([group, code]) => code === counted.delivery[group])
  );
}

/**
 * Keeps it in the basket; null when that is checked out, or others keep changing it. Every group of the basket is on its page, so
 * what was picked there is all that counts; a page without any says nothing about them.
 */
export async function keepChosen(
  foyer: Foyer,
  basket: OpenBasket,
  { delivery, promo }: Chosen,
): Promise<LinesRequest | null> {
  return changeLines(foyer, basket, (request) => ({
    ...request,
    ...(Object.keys(delivery).length > 0 && { delivery }),
    ...(promo !== undefined && { promoCode: promo ?? undefined }),
  }));
}

function codeIn(text: string): string | null {
  return promoCode.safeParse(text).data ?? null;
}

/** Fields under a prefix, by the rest of their names. */
function named(pairs: Pairs, prefix: string): Picked {
  const some = pairs.filter(([name, code]) => name.startsWith(prefix) && name.length + code.length < 200);
  return Object.fromEntries(some.slice(0, 20).map(([name, code]) => [name.slice(prefix.length), code]));
}
