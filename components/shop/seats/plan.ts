import type { OffersView } from '@/lib/api/page-types';

type Offer = Extract<OffersView, { offers: unknown }>['offers'][number];
export type Seat = NonNullable<Offer['seats']>[number];

/** A seat in its place, under the number that people look for; null is a gap. */
export type Place = { readonly seat: Seat; readonly number: string } | null;

export interface SeatRow {
  readonly row: string;
  readonly places: readonly Place[];
}

/** Rows wider than this are no rows of numbered seats; then numbers are only names. */
const WIDEST = 80;

/**
 * Seats as a plan. Where seats end in numbers, equal numbers stand under each other and missing ones are gaps; where
 * they do not, seats follow each other and a new block begins after a gap.
 */
export function planOf(seats: readonly Seat[]): readonly SeatRow[] {
  const rows = new Map<string, Seat[]>();
  for (const seat of seats) rows.set(seat.row, [...(rows.get(seat.row) ?? []), seat]);
  const numbers = seats.map(numberOf);
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  const numbered = last - first < WIDEST && [...rows.values()].every((row) => distinct(row.map(numberOf)));
  return [...rows].map(([row, list]) => ({
    row,
    places: numbered ? byNumber(list, first, last) : byBlock(list),
  }));
}

function byNumber(row: readonly Seat[], first: number, last: number): Place[] {
  const at = new Map(row.map((seat) => [numberOf(seat), seat]));
  return Array.from({ length: last - first + 1 }, (_, index) => placeOf(at.get(first + index)));
}

function byBlock(row: readonly Seat[]): Place[] {
  return row.flatMap((seat, index) => {
    const parted = index > 0 && row[index - 1]?.block !== seat.block;
    return parted ? [null, placeOf(seat)] : [placeOf(seat)];
  });
}

function placeOf(seat: Seat | undefined): Place {
  if (!seat) return null;
  const { row, label } = seat;
  const rest = label.startsWith(row) ? /^[\s-]*(\d.*)$/.exec(label.slice(row.length))?.[1] : undefined;
  return { seat, number: rest ?? label };
}

/** The number that a seat's label ends in; NaN where there is none, which makes no plan by numbers. */
function numberOf({ label }: Seat): number {
  return Number(/(\d{1,4})$/.exec(label)?.[1] ?? Number.NaN);
}

function distinct(numbers: readonly number[]): boolean {
  return new Set(numbers).size === numbers.length && !numbers.some(Number.isNaN);
}

const STEPS: Readonly<Record<string, readonly [rows: number, places: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** The free seat that a key leads to from another; null when the key leads nowhere or is none of ours. */
export function seatToward(plan: readonly SeatRow[], from: string, key: string): string | null {
  const at = plan.findIndex(({ places }) => places.some((place) => place?.seat.id === from));
  if (at < 0) return null;
  const row = plan[at]?.places ?? [];
  const place = row.findIndex((one) => one?.seat.id === from);
  const free = row.flatMap((one) => (one?.seat.available ? [one.seat.id] : []));
  if (key === 'Home') return free[0] ?? null;
  if (key === 'End') return free.at(-1) ?? null;
  const [rows, places] = STEPS[key] ?? [0, 0];
  if (places !== 0) return free[free.indexOf(from) + places] ?? null;
  for (let next = at + rows; rows !== 0 && next >= 0 && next < plan.length; next += rows) {
    const found = nearest(plan[next]?.places ?? [], place);
    if (found) return found;
  }
  return null;
}

function nearest(row: readonly Place[], place: number): string | null {
  let best: { id: string; far: number } | null = null;
  for (const [index, one] of row.entries()) {
    const far = Math.abs(index - place);
    if (one?.seat.available && (best === null || far < best.far)) best = { id: one.seat.id, far };
  }
  return best?.id ?? null;
}
