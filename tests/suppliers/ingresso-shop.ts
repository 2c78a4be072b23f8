import type { Offer } from '@/lib/checkout/catalogue';
import type { Checkout, HoldRequest, Line } from '@/lib/checkout/model';
import type { Supplier } from '@/lib/checkout/supplier';
import { ingresso } from '@/lib/suppliers/ingresso';
import type { TestSandbox } from '../support/sandbox';
import { checkoutOf, clock, context, supplierAt } from '../support/supplier-desk';

/** The supplier as the shop would make it from `.env.sandbox`, on this sandbox's ports. */
export const shop = (sandbox: TestSandbox, overrides?: Record<string, string | undefined>): Supplier =>
  supplierAt(ingresso, sandbox, overrides);

/** What a customer types. */
export const CUSTOMER = {
  customer: {
    firstName: 'Núria',
    lastName: "O'Connor",
    email: 'n@example.com',
    phone: '+44 20 8759-9036',
    supplierMayWrite: false,
  },
};

/** What is chosen: an event, perhaps a day, kinds of tickets by their place in the offer, seats. */
export interface Choice {
  readonly event: string;
  /** 0 is Sunday; else the first date. */
  readonly weekday?: number;
  readonly time?: string;
  /** The offer's title; else the first that fits. */
  readonly band?: string;
  readonly quantity?: number;
  readonly tickets?: Line['tickets'];
  readonly seats?: readonly string[];
}

/** Dates of an event that fit, `YYYY-MM-DDTHH:MM`; null for events without dates. */
async function datesOf(
  supplier: Supplier,
  { event, weekday, time }: Choice,
): Promise<readonly (string | null)[]> {
  const detail = await supplier.event(context(), event, 'en-GB');
  if (!detail.ok) throw new Error(`No event ${event}: ${detail.code}`);
  const dates = detail.value.performances.map(({ date }) => date);
  if (dates.length === 0) return [null];
  // Some days on: posting tickets ends in the last week.
  const from = new Date(clock.now() + 9 * 86_400_000).toISOString();
  return dates.filter((date) => {
    const day = new Date(`${date}:00Z`).getUTCDay();
    return date > from && (weekday === undefined || day === weekday) && (!time || date.endsWith(time));
  });
}

/** Lines as the shop's form makes them, for the first date that has such tickets. */
export async function lineOf(supplier: Supplier, choice: Choice): Promise<Line> {
  for (const date of (await datesOf(supplier, choice)).slice(0, 20)) {
    const offers = await supplier.offers?.(context(), choice.event, date);
    if (!offers?.ok) throw new Error(`No offers of ${choice.event}: ${JSON.stringify(offers)}`);
    const offer = offers.value.offers.find((one) => fits(one, choice));
    const [type] = offer?.ticketTypes ?? [];
    if (!offer || !type) continue;
    const quantity = choice.seats?.length ?? choice.quantity ?? offer.quantities?.[0] ?? 1;
    const tickets = choice.tickets ?? [{ type: type.type, quantity }];
    return {
      event: choice.event,
      offer: offer.id,
      tickets,
      ...(choice.seats ? { seats: choice.seats } : {}),
    };
  }
  throw new Error(`Nothing to be had of ${choice.event}`);
}

/** The band that was asked for, and where seats are chosen the one that has them. */
function fits({ title, seats }: Offer, choice: Choice): boolean {
  const free = new Set(seats?.map(({ id }) => id));
  return (!choice.band || title === choice.band) && (choice.seats ?? []).every((seat) => free.has(seat));
}

export async function requestOf(
  supplier: Supplier,
  choices: readonly Choice[],
  delivery: Record<string, string> = {},
): Promise<Extract<HoldRequest, { kind: 'lines' }>> {
  const lines: Line[] = [];
  for (const choice of choices) lines.push(await lineOf(supplier, choice));
  return { kind: 'lines', lines, delivery };
}

/** Chooses, holds and answers the checkout. */
export async function held(
  supplier: Supplier,
  choices: readonly Choice[],
  delivery?: Record<string, string>,
): Promise<Checkout> {
  const request = await requestOf(supplier, choices, delivery);
  const result = await supplier.hold(context(), request, null);
  if (result.kind !== 'held') throw new Error(`Not held: ${JSON.stringify(result)}`);
  return checkoutOf('ingresso', result, request, CUSTOMER);
}
