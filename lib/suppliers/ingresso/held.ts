import type { JsonObject } from '@/lib/checkout/json';
import type { Change, Checkout, HoldRequest, Line } from '@/lib/checkout/model';
import type { HoldResult } from '@/lib/checkout/supplier';
import type { AccountId } from './config';
import { modeOf } from './debitor';
import type { Desk } from './desk';
import { detailsSchema } from './details';
import { type Trolley, trolleyOf, unpaid } from './map';
import { itemIdOf, seatsIn, ticketsOf } from './map-order';
import type { HoldMemo } from './memo';
import { offerOf } from './offer-id';
import { contentsOf, type OutcomeWire, type ReserveWire, type TrolleyWire } from './wire';
import type { OrderWire } from './wire-order';

export type Held = Extract<HoldResult, { kind: 'held' }>;

/** What a reservation is compared with. */
export interface Expected {
  readonly request: Extract<HoldRequest, { kind: 'lines' }>;
  /** The trolley that was reserved: what it was going to cost. */
  readonly quoted: TrolleyWire | null;
  /** What the customer saw before, when the same is held again. */
  readonly previous: Checkout | null;
}

/**
 * A reservation in our terms, from reserve.v1 or from status.v1 while it stands; null when it cannot be read whole.
 * `at` is when it was asked for: the minutes that are left count from then, by our clock.
 */
export function heldFrom(
  desk: Desk,
  account: AccountId,
  { value: wire, at }: { readonly value: ReserveWire | OutcomeWire; readonly at: number },
  expected: Expected,
): Held | null {
  const contents = contentsOf(wire);
  const uuid = contents?.transaction_uuid;
  const minutes = wire.minutes_left_on_reserve;
  if (!contents || !uuid || typeof minutes !== 'number') return null;
  const expiresAt = at + Math.floor(minutes * 60_000);
  const { imageOrigins } = desk.config;
  const trolley = trolleyOf(contents, { currencies: wire.currency_details, imageOrigins, expiresAt });
  if (!trolley) return null;
  const bundles = contents.bundle ?? [];
  const mode = modeOf(bundles, wire.needs_payment_card === true);
  const orders = bundles.flatMap(({ order }) => order);
  const prefilled = wire.can_edit_address === false ? (wire.prefilled_address ?? null) : null;
  const memo = {
    uuid,
    account,
    mode,
    bundles: [...trolley.bundles],
    address: prefilled,
    needsEmail: wire.needs_email_address === true,
  } satisfies HoldMemo;
  return {
    kind: 'held',
    memo: memo as JsonObject,
    items: trolley.items,
    totals: trolley.totals,
    // On credit Ingresso takes nobody's money, and the collector's entry comes when it has some.
    money: mode === 'credit' ? [] : trolley.bundles.map(unpaid),
    changes: [...changesOf(orders, expected), ...dearer(desk, trolley, expected)],
    schema: detailsSchema({ ...asking(desk, wire, orders, mode), mayEditAddress: prefilled === null }),
    expiresAt,
  };
}

function asking(
  desk: Desk,
  wire: ReserveWire | OutcomeWire,
  orders: readonly OrderWire[],
  mode: HoldMemo['mode'],
) {
  const { config } = desk;
  const countries = wire.allowed_countries ?? {};
  const posted = orders.some(({ send_method: send }) => send?.send_type === 'post');
  // The partner's address stands in only where Ingresso would take it.
  const standIn = config.address !== null && Object.hasOwn(countries, config.address.country);
  return {
    needsEmail: wire.needs_email_address === true,
    needsAddress: posted || !standIn,
    countries,
    avs: config.avs && (mode === 'stripe' || config.accounts.stripe !== null),
  };
}

/** What is not as the customer asked, or saw before: seats first of all. */
function changesOf(orders: readonly OrderWire[], { request, previous }: Expected): readonly Change[] {
  return orders.flatMap((order): readonly Change[] => {
    const line = request.lines.find(({ offer }) => offer === offerOf(order));
    const seats = seatsIn(order).map(({ full_id }) => full_id);
    const before = previous?.items.find(({ id }) => id === itemIdOf(order))?.seats;
    const wanted = before ?? line?.seats;
    const itemId = itemIdOf(order);
    const moved = wanted && wanted.length > 0 && !sameSet(wanted, seats);
    return [
      ...(moved || isOther(order)
        ? [{ itemId, kind: 'seats' as const, text: seatsText(order, wanted, seats) }]
        : []),
      ...(line && !sameTickets(order, line) ? [{ itemId, kind: 'price' as const, text: OTHER_TICKETS }] : []),
    ];
  });
}

function seatsText(
  order: OrderWire,
  wanted: readonly string[] | undefined,
  seats: readonly string[],
): string | undefined {
  if (seats.length === 0) return undefined;
  const instead = wanted && wanted.length > 0 ? ` instead of ${wanted.join(', ')}` : '';
  return `${order.event.event_desc ?? order.event.event_id}: you would have ${seats.join(', ')}${instead}.`;
}

const OTHER_TICKETS = 'The venue does not sell these tickets at the price that you chose.';

/** Ingresso's own word that it gave other seats than were asked for; `got_all` and `not_requested` are as asked. */
function isOther({ seat_request_status: status }: OrderWire): boolean {
  return status === 'got_none' || status === 'got_partial' || status === 'got_some';
}

/** Kinds of tickets that do not exist are replaced without a word. */
function sameTickets(order: OrderWire, line: Line): boolean {
  const counted = (rows: readonly { type: string; quantity: number }[]) => {
    const sums = new Map<string, number>();
    for (const { type, quantity } of rows) sums.set(type, (sums.get(type) ?? 0) + quantity);
    return [...sums].filter(([, quantity]) => quantity > 0).map(([type, quantity]) => `${type}:${quantity}`);
  };
  return sameSet(counted(ticketsOf(order, ANY)), counted(line.tickets));
}

/** Kinds and numbers do not depend on it. */
const ANY = { code: 'XXX', exponent: 2 };

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join('|') === [...b].sort().join('|');
}

/** Reserving is when prices become final: what the trolley said a moment ago may be old. */
function dearer(desk: Desk, trolley: Trolley, { quoted, previous }: Expected): readonly Change[] {
  const contents = quoted && contentsOf(quoted);
  // Held again: the heart compares with what the customer saw.
  if (!contents || (previous?.items.length ?? 0) > 0) return [];
  const frame = { currencies: quoted.currency_details, imageOrigins: desk.config.imageOrigins };
  const before = trolleyOf(contents, frame)?.items ?? [];
  return trolley.items.flatMap((item): readonly Change[] => {
    const old = before.find(({ id }) => id === item.id);
    const { currency, exponent } = item.price;
    const sum = ({ price, fee }: typeof item) => ({ amount: price.amount + fee.amount, currency, exponent });
    if (!old || sum(old).amount === sum(item).amount) return [];
    return [{ itemId: item.id, kind: 'price', before: sum(old), after: sum(item) }];
  });
}
