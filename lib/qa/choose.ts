import 'server-only';
import type { Line } from '@/lib/checkout/model';
import { choiceFault, quantityFault, ticketsIn } from '@/lib/checkout/selection';
import type { CallContext, Offer, Supplier } from '@/lib/checkout/supplier';
import type { Purchase } from './purchase';

/** Of tickets, by type. */
type Numbers = Readonly<Record<string, number>>;
type Wanted = Pick<Purchase, 'tickets' | 'weekday' | 'offer' | 'seats'>;

/** Posting tickets and cancelling them for nothing end some days before. */
const SOON_MS = 10 * 86_400_000;
/** Dates that are looked at before nothing is to be had. */
const MOST_DATES = 20;
const MOST_TICKETS = 12;

/** A line as the event's form makes it, for the first date that has what is wanted; null where none has. */
export async function lineOf(
  supplier: Supplier,
  ctx: CallContext,
  event: string,
  wanted: Wanted,
  now: number,
): Promise<Line | null> {
  const detail = await supplier.event(ctx, event, ctx.locale);
  if (!detail.ok) return null;
  for (const date of datesOf(
    detail.value.performances.map((one) => one.date),
    wanted,
    now,
  )) {
    const offers = await supplier.offers?.(ctx, event, date);
    const named = (offers?.ok ? offers.value.offers : []).filter(
      ({ title }) => !wanted.offer || title === wanted.offer,
    );
    for (const offer of named) {
      const choice = choiceOf(offer, wanted);
      if (choice) return { event, offer: offer.id, ...(date && { date }), ...choice };
    }
  }
  return null;
}

function datesOf(dates: readonly string[], { weekday }: Wanted, now: number): readonly (string | null)[] {
  if (dates.length === 0) return [null];
  const soon = new Date(now + SOON_MS).toISOString();
  const fitting = dates.filter((date) => weekday === undefined || weekdayOf(date) === weekday);
  const later = fitting.filter((date) => date > soon);
  return (later.length > 0 ? later : fitting).slice(0, MOST_DATES);
}

/** Of the venue's own day, which the date begins with. */
function weekdayOf(date: string): number {
  return new Date(`${date.slice(0, 10)}T12:00:00Z`).getUTCDay();
}

/** The first numbers of tickets that may be bought, and seats for them where they are chosen. */
function choiceOf(offer: Offer, wanted: Wanted): Pick<Line, 'tickets' | 'seats'> | null {
  for (const quantities of numbersOf(offer, wanted)) {
    const seats = quantityFault(offer, { quantities }) ? null : seatsOf(offer, quantities, wanted.seats);
    if (!seats) continue;
    const tickets = Object.entries(quantities).map(([type, quantity]) => ({ type, quantity }));
    return { tickets, ...(seats.length > 0 && { seats }) };
  }
  return null;
}

/** Those that are wanted; else of one type, the fewest first. */
function numbersOf({ ticketTypes, quantities }: Offer, { tickets, seats }: Wanted): readonly Numbers[] {
  if (tickets) {
    const named = ticketTypes.filter(({ label }) => tickets[label] !== undefined);
    return [Object.fromEntries(named.map(({ type, label }) => [type, tickets[label] ?? 0]))];
  }
  const counts = seats
    ? [seats.length]
    : (quantities ?? Array.from({ length: MOST_TICKETS }, (_, at) => at + 1));
  return counts.flatMap((count) => ticketTypes.map(({ type }) => ({ [type]: count })));
}

/** Those that are wanted by name, whatever comes of it; else the first that may be taken. Null where there are none. */
function seatsOf(
  offer: Offer,
  quantities: Numbers,
  names: readonly string[] | undefined,
): readonly string[] | null {
  const all = offer.seats ?? [];
  if (names) {
    const named = all.filter(({ label }) => names.includes(label));
    return named.length === names.length ? named.map(({ id }) => id) : null;
  }
  if (!offer.seats) return [];
  const count = ticketsIn({ quantities });
  const runs = all.map((_, from) => all.slice(from, from + count).map(({ id }) => id));
  return runs.find((seats) => choiceFault(offer, { quantities, seats }) === null) ?? null;
}
