import type { Choosable } from '@/lib/checkout/selection';

/** The number that a step up or down from `now` leads to: over what is sold in no such number, and never out of bounds. */
export function stepped(offer: Choosable, type: string, now: number, up: boolean): number {
  const known = offer.ticketTypes.find((one) => one.type === type);
  if (!known) return now;
  // With one type its number is the total, so that only totals that can be bought are stops.
  const totals = offer.ticketTypes.length === 1 ? offer.quantities : undefined;
  const stops = [0];
  for (let stop = Math.max(1, known.min); stop <= known.max; stop += 1) {
    if (!totals || totals.includes(stop)) stops.push(stop);
  }
  const next = up ? stops.find((stop) => stop > now) : stops.filter((stop) => stop < now).at(-1);
  return next ?? now;
}

/** Price of all chosen tickets, in minor units. */
export function priceOf(
  ticketTypes: readonly { readonly type: string; readonly price: { readonly amount: number } }[],
  quantities: Readonly<Record<string, number>>,
): number {
  return ticketTypes.reduce((sum, { type, price }) => sum + price.amount * (quantities[type] ?? 0), 0);
}

/** Whether anything of an offer can be bought at all, and how many at most where that is few. */
export function standingOf(offer: Choosable): { readonly soldOut: boolean; readonly left: number } {
  const most = Math.max(0, ...offer.ticketTypes.map(({ min, max }) => (max >= min ? max : 0)));
  const free = offer.seats
    ? offer.seats.filter(({ available }) => available).length
    : Number.POSITIVE_INFINITY;
  const smallest = Math.min(...(offer.quantities ?? [1]));
  const soldOut = most === 0 || free < smallest || offer.quantities?.length === 0;
  return { soldOut, left: soldOut ? 0 : Math.min(most, free) };
}

/** A choice with numbers that a form may have: nothing negative, nothing broken. */
export function quantitiesOf(
  ticketTypes: readonly { readonly type: string }[],
  asked: (type: string) => number | undefined,
): Record<string, number> {
  return Object.fromEntries(
    ticketTypes.map(({ type }) => {
      const quantity = Math.trunc(asked(type) ?? 0);
      return [type, quantity > 0 && quantity < 1000 ? quantity : 0];
    }),
  );
}
