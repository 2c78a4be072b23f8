import type { Refused } from './offers/offers-section';

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The choice that the basket's form sent back in the address, to be shown with what is wrong with it; else null. */
export function refusedOf(query: Query): Refused | null {
  const said = one(query.said);
  if (said === undefined) return null;
  const quantities = Object.entries(query).flatMap(([name, value]) => {
    const type = /^quantity\.(.+)$/s.exec(name)?.[1];
    const quantity = Number(one(value));
    return type !== undefined && Number.isSafeInteger(quantity) ? [[type, quantity] as const] : [];
  });
  return {
    said,
    offer: one(query.offer) ?? '',
    quantities: Object.fromEntries(quantities),
    seats: [query.seat ?? []].flat(),
  };
}

/** The only value of a name; a name that comes twice says nothing. */
export function one(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
