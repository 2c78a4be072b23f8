import type { Line, Refusal } from '@/lib/checkout/model';
import type { CallContext } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { NoReply, Reply } from './client';
import type { AccountId } from './config';
import type { Desk } from './desk';
import { STANDARD } from './map-offer';
import { offerOf, readOfferId } from './offer-id';
import { contentsOf, type TrolleyWire } from './wire';
import type { OrderWire } from './wire-order';

/** A trolley with everything in it that goes together, and why the rest does not. */
export interface Filled {
  readonly kind: 'filled';
  readonly wire: TrolleyWire;
  readonly discarded: readonly Refusal[];
}

type Query = Readonly<Record<string, string | number>>;

/** More lines are nobody's basket; each is a call. */
const MOST_LINES = 20;

/**
 * Puts the lines into a trolley, one after another; nothing is held by it. The platform throws out what an addition
 * does not go with, and says no more than that; the reason follows from what came last.
 */
export async function fill(
  desk: Desk,
  ctx: CallContext,
  account: AccountId,
  request: { readonly lines: readonly Line[]; readonly delivery: Readonly<Record<string, string>> },
): Promise<Filled | NoReply> {
  const discarded: Refusal[] = [];
  let wire: TrolleyWire | null = null;
  for (const line of request.lines.slice(0, MOST_LINES)) {
    const query = queryOf(line);
    if (!query) {
      discarded.push({ code: 'invalid_selection', item: line.offer });
      continue;
    }
    const reply: Reply<TrolleyWire> = await add(desk, ctx, account, wire, query);
    if (reply.kind === 'refused' && reply.status !== 401 && reply.status !== 403) {
      discarded.push({ code: 'invalid_selection', item: line.offer });
      continue;
    }
    if (reply.kind !== 'ok') return reply;
    discarded.push(...thrownOut(reply.value, line));
    wire = reply.value;
    const changed = replacedIn(wire, line);
    if (!changed) continue;
    const without: Reply<TrolleyWire> = await add(desk, ctx, account, wire, {
      remove_items_list: changed.item_number,
    });
    if (without.kind !== 'ok') return without;
    discarded.push(refusal(changed, 'These kinds of tickets cannot be had together. Choose fewer kinds.'));
    wire = without.value;
  }
  for (const line of request.lines.slice(MOST_LINES))
    discarded.push({ code: 'limit_reached', item: line.offer });
  if (wire === null) return { kind: 'filled', wire: EMPTY, discarded };
  return sendBy(desk, ctx, account, { kind: 'filled', wire, discarded }, request.delivery);
}

const EMPTY: TrolleyWire = { trolley_token: '-' };

function add(desk: Desk, ctx: CallContext, account: AccountId, wire: TrolleyWire | null, query: Query) {
  const token = wire ? { trolley_token: wire.trolley_token } : {};
  return desk.send(ctx, account, calls.trolley({ ...token, ...query }));
}

/** How the tickets travel, chosen once all of them are in: what cannot travel so leaves the trolley. */
async function sendBy(
  desk: Desk,
  ctx: CallContext,
  account: AccountId,
  filled: Filled,
  delivery: Readonly<Record<string, string>>,
): Promise<Filled | NoReply> {
  const here = new Set((contentsOf(filled.wire)?.bundle ?? []).map((bundle) => bundle.bundle_source_code));
  const chosen = Object.entries(delivery).filter(
    ([source, code]) => here.has(source) && /^\w{1,40}$/.test(code),
  );
  if (chosen.length === 0) return filled;
  const query = Object.fromEntries(chosen.map(([source, code]) => [`${source}_send_code`, code]));
  const reply = await add(desk, ctx, account, filled.wire, query);
  if (reply.kind !== 'ok') return reply;
  const gone = (reply.value.discarded_orders ?? []).map((order) =>
    refusal(order, 'These tickets cannot be delivered in that way.'),
  );
  return { ...filled, wire: reply.value, discarded: [...filled.discarded, ...gone] };
}

/** A line as the platform's parameters: kinds of ticket and seats one a ticket, for all of them or none. */
function queryOf({ offer, tickets, seats = [] }: Line): Query | null {
  const id = readOfferId(offer);
  const types = tickets.flatMap(({ type, quantity }) => Array.from({ length: quantity }, () => type));
  const fits = seats.length === 0 || (seats.length === types.length && new Set(seats).size === seats.length);
  if (!id || !fits || types.length === 0 || types.length > 100) return null;
  const coded = types.every((type) => type !== STANDARD);
  return {
    perf_id: id.perf,
    ticket_type_code: id.type,
    price_band_code: id.band,
    no_of_seats: types.length,
    ...(coded ? Object.fromEntries(types.map((type, index) => [`disc${index}`, type])) : {}),
    ...Object.fromEntries(seats.map((seat, index) => [`seat${index}`, seat])),
  };
}

/**
 * The order that came of a line, where its kinds of ticket are others than asked for. What a band does not know, and what is one
 * kind too many for an order, becomes the band's own kind without a word: nobody pays an adult's price for a pensioner's ticket
 * unasked.
 */
function replacedIn(wire: TrolleyWire, { offer, tickets }: Line): OrderWire | null {
  const order = ordersIn(wire).findLast((one) => offerOf(one) === offer);
  const rows = order?.ticket_orders?.ticket_order ?? [];
  const coded = tickets.every(({ type }) => type !== STANDARD) && rows.length > 0;
  if (!order || !coded) return null;
  const wanted = (code: string) => sumOf(tickets.map((one) => (one.type === code ? one.quantity : 0)));
  const got = (code: string) => sumOf(rows.map((one) => (one.discount_code === code ? one.no_of_seats : 0)));
  const codes = [...tickets.map(({ type }) => type), ...rows.map(({ discount_code: code }) => code)];
  return codes.some((code) => wanted(code) !== got(code)) ? order : null;
}

function ordersIn(wire: TrolleyWire): readonly OrderWire[] {
  return (contentsOf(wire)?.bundle ?? []).flatMap((bundle) => bundle.order);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What the addition of a line threw out of the trolley, and the line itself where it could not be had. */
function thrownOut(wire: TrolleyWire, line: Line): readonly Refusal[] {
  const added = ordersIn(wire).findLast((order) => offerOf(order) === line.offer);
  const gone = (wire.discarded_orders ?? []).map((order) => refusal(order, reasonOf(order, added)));
  const missing = wire.input_contained_unavailable_order
    ? [{ code: 'sold_out' as const, item: line.offer }]
    : [];
  return [...gone, ...missing];
}

/** The three reasons that the platform's documentation gives. */
function reasonOf(gone: OrderWire, added: OrderWire | undefined): string {
  if (added && gone.performance?.perf_id === added.performance?.perf_id)
    return 'You chose other tickets for the same performance, which take their place.';
  if (added && gone.event.source_code === added.event.source_code)
    return 'These tickets cannot be delivered together with the others.';
  return 'These tickets are sold in another currency than the others.';
}

function refusal(order: OrderWire, text: string): Refusal {
  const title = order.event.event_desc;
  return { code: 'invalid_selection', item: offerOf(order), text: title ? `${title}: ${text}` : text };
}
