import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Band, EventSpec, TicketType } from '../catalogue/types';
import type { Desk } from '../desk';
import { findPerformance } from '../performances';
import { Refusal } from '../refusals';
import { seatIds } from '../stock';
import { hold } from './holds';
import type { Basket, Item, Line } from './model';

/** How many tickets one item may be for. */
export const MAX_TICKETS = 12;
const MAX_ITEMS = 200;

const choice = z.strictObject({
  option_id: z.string(),
  choice_value: z.string(),
  quantity: z.int().min(1).default(1),
});
const person = z.record(z.string(), z.string().nullable());

/** `BasketItemCreate`: unknown fields are refused. */
export const itemInput = z.strictObject({
  availability_id: z.string(),
  product_id: z.string(),
  band_id: z.string().nullish(),
  booking_options: z
    .array(
      z.strictObject({
        concession_id: z.string().nullish(),
        concession_options: z.array(choice).nullish(),
        quantity: z.int().min(1).default(1),
        seat_ids: z.array(z.string()).nullish(),
        customers: z.array(person).nullish(),
      }),
    )
    .min(1)
    .default([{ quantity: 1 }]),
  product_options: z.array(choice).nullish(),
  display_data: z.record(z.string(), z.unknown()).nullish(),
});

/** See {@link itemInput}. */
export type ItemInput = z.infer<typeof itemInput>;

/** The only product of an event, as its picker names it. */
export const productId = (event: EventSpec) => `pr-${event.id}`;

/** Checks what was chosen, holds it and puts it into the basket. Nothing changes when it refuses. */
export function addItem(desk: Desk, basket: Basket, event: EventSpec, input: ItemInput): Item {
  const now = desk.world.clock.now();
  if (basket.items.length >= MAX_ITEMS) throw new Refusal('basket_error.basket_item_limit');
  const performance = findPerformance(event, input.availability_id, now);
  if (!performance) throw new Refusal('reservation_error.performance_not_found');
  if (input.product_id !== productId(event)) throw new Refusal('reservation_error.product_not_found');
  if (performance.salesEndMs <= now) throw new Refusal('reservation_error.performance_time');
  const band = pickBand(event, input.band_id);
  const free = band.rows ? desk.store.stock.freeSeats(event, performance, band) : [];
  const lines = pickLines(band, input, free);
  const item: Item = {
    id: randomUUID(),
    event,
    performance,
    band,
    lines,
    displayData: input.display_data ?? {},
    createdMs: now,
    status: 'reserving',
    ttlMs: now,
    attempts: 0,
    raised: desk.store.raised.get(event.id) ?? 0,
    holding: false,
    doomed: false,
    paid: 0,
    booked: false,
    bookedMs: null,
    reference: null,
    voucher: null,
    ticketVouchers: [],
  };
  if (event.behaviour?.seatsGone || !hold(desk, basket, item))
    throw new Refusal('reservation_error.seats_gone');
  basket.items.push(item);
  return item;
}

function pickBand(event: EventSpec, id: string | null | undefined): Band {
  if (id === null || id === undefined) {
    if (event.bands.length > 1)
      throw new Refusal('reservation_error.product_band_not_found', { msg: 'A band must be chosen.' });
    return event.bands[0];
  }
  const band = event.bands.find((one) => one.id === id);
  if (!band) throw new Refusal('reservation_error.product_band_not_found');
  return band;
}

function pickLines(band: Band, input: ItemInput, free: readonly string[]): Line[] {
  const used = new Set<string>();
  const lines = input.booking_options.map((option): Line => {
    const ticket = pickTicket(band, option.concession_id);
    if (option.customers?.length && option.customers.length !== option.quantity) {
      throw new Refusal('reservation_error.invalid_booking', { msg: 'Name every customer or none.' });
    }
    if (!band.rows) return { ticket, quantity: option.quantity, seats: [] };
    const seats = pickSeats(band, option.quantity, option.seat_ids, free, used);
    for (const seat of seats) used.add(seat);
    return { ticket, quantity: option.quantity, seats };
  });
  if (lines.reduce((sum, { quantity }) => sum + quantity, 0) > MAX_TICKETS)
    throw new Refusal('basket_error.item_limit');
  return lines;
}

function pickSeats(
  band: Band,
  quantity: number,
  wished: readonly string[] | null | undefined,
  free: readonly string[],
  used: ReadonlySet<string>,
): readonly string[] {
  if (!wished) {
    // Without a wish, the first free seats in order; near enough to "best available".
    const best = free.filter((seat) => !used.has(seat)).slice(0, quantity);
    if (best.length < quantity) throw new Refusal('reservation_error.seats_gone');
    return best;
  }
  const known = new Set(seatIds(band));
  if (wished.some((seat) => !known.has(seat))) throw new Refusal('reservation_error.seats_not_found');
  const distinct = new Set(wished).size === wished.length && !wished.some((seat) => used.has(seat));
  if (wished.length !== quantity || !distinct) {
    throw new Refusal('reservation_error.invalid_booking', {
      msg: 'Name as many different seats as tickets.',
    });
  }
  return wished;
}

function pickTicket(band: Band, id: string | null | undefined): TicketType {
  if (id === null || id === undefined) {
    if (band.tickets.length > 1) throw new Refusal('reservation_error.concession_id_required');
    return band.tickets[0];
  }
  const ticket = band.tickets.find((one) => one.id === id);
  if (!ticket) throw new Refusal('reservation_error.concession_not_found');
  return ticket;
}
