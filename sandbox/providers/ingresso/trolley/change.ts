import { eventOf } from '../catalogue';
import { SOURCES } from '../catalogue/sources';
import type { Desk } from '../desk';
import type { Params } from '../params';
import { bad } from '../refusals';
import type { Order, Trolley, Wish } from './model';
import { onSale, resolve, sendsOf } from './resolve';
import { trolleyOf } from './token';

/** A trolley after a call changed it. */
export interface Changed {
  readonly trolley: Trolley;
  readonly orders: readonly Order[];
  /** What had to leave because of what came. */
  readonly discarded: readonly Order[];
  /** Something that was asked for could not be added. */
  readonly unavailable: boolean;
}

/** Reads the parameters that trolley.v1 and reserve.v1 share: a token, an order of its own, items to remove, sending. */
export function change(desk: Desk, params: Params, reserving = false): Changed {
  const token = params.text('trolley_token');
  const given: Trolley = token ? trolleyOf(token) : { next: 1, wishes: [] };
  const removed = itemsToRemove(params, token);
  const kept = given.wishes.filter(({ item }) => !removed.has(item));
  const wish = params.has('perf_id') ? newWish(params, given.next) : null;
  const sent = withSending(desk, kept, params);
  const fits = wish === null || resolve(desk, wish) !== null;
  const added = wish && fits ? withSendingOf(desk, wish, sent.wishes, params) : null;
  const evicted = added ? sent.wishes.filter((one) => conflicts(one, added)) : [];
  const wishes = [...sent.wishes.filter((one) => !evicted.includes(one)), ...(added ? [added] : [])];
  const resolved = wishes.map((one) => ({ wish: one, order: resolve(desk, one, reserving) }));
  const good = resolved.flatMap(({ wish: own, order }) => (order ? [{ own, order }] : []));
  return {
    trolley: { next: given.next + (added ? 1 : 0), wishes: good.map(({ own }) => own) },
    orders: good.map(({ order }) => order),
    discarded: [...sent.discarded, ...evicted].flatMap((one) => resolve(desk, one) ?? []),
    unavailable: !fits || good.length < resolved.length,
  };
}

function itemsToRemove(params: Params, token: string | undefined): Set<number> {
  const items = params.list('remove_items_list');
  if (items.length > 0 && !token) throw bad('remove_items_list needs a trolley_token');
  if (items.some((one) => !/^\d+$/.test(one))) throw bad('remove_items_list must be a list of item numbers');
  return new Set(items.map(Number));
}

function newWish(params: Params, item: number): Wish {
  const band = params.need('price_band_code');
  if (!/\/(pool|alloc)$/.test(band)) throw bad('price_band_code needs /pool or /alloc suffix');
  const perf = params.need('perf_id');
  const type = params.need('ticket_type_code');
  params.need('no_of_seats');
  const count = params.int('no_of_seats', 1) ?? 1;
  const seats = params.series('seat');
  const discounts = params.series('disc');
  if (seats.length > 0 && seats.length !== count)
    throw bad('seats must be specified for all tickets or none');
  if (discounts.length > 0 && discounts.length !== count)
    throw bad('discount codes must be specified for all tickets or none');
  return { item, perf, type, band, count, discounts, seats, send: null };
}

/** Applies `{source}_send_code` to what is in the trolley; orders that cannot be sent so have to leave. */
function withSending(desk: Desk, wishes: readonly Wish[], params: Params) {
  const kept: Wish[] = [];
  const discarded: Wish[] = [];
  for (const wish of wishes) {
    const code = sendCode(params, wish);
    if (!code) kept.push(wish);
    else if (sends(desk, wish, code)) kept.push({ ...wish, send: code });
    else discarded.push(wish);
  }
  return { wishes: kept, discarded };
}

/** A new order is sent as was asked for, else as its supplier's other orders are, else by its default. */
function withSendingOf(desk: Desk, wish: Wish, others: readonly Wish[], params: Params): Wish {
  const code = sendCode(params, wish);
  if (code && !sends(desk, wish, code)) throw bad(`send code ${code} is not available for ${wish.perf}`);
  const neighbour = others.find((one) => sourceOf(one) === sourceOf(wish) && one.send)?.send;
  const chosen = code ?? (neighbour && sends(desk, wish, neighbour) ? neighbour : undefined);
  const performance = onSale(desk, wish.perf);
  return { ...wish, send: chosen ?? (performance && sendsOf(desk, performance)[0]?.code) ?? null };
}

function sendCode(params: Params, wish: Wish): string | undefined {
  return params.text(`${sourceOf(wish)}_send_code`);
}

function sends(desk: Desk, wish: Wish, code: string): boolean {
  const performance = onSale(desk, wish.perf);
  return performance !== undefined && sendsOf(desk, performance).some((one) => one.code === code);
}

function sourceOf(wish: Wish): string {
  return eventOf(wish.perf)?.source ?? '';
}

/** The three reasons why two orders cannot stand side by side: same performance, other currency, other sending. */
function conflicts(one: Wish, added: Wish): boolean {
  const [mine, other] = [eventOf(one.perf), eventOf(added.perf)];
  if (!mine || !other) return true;
  if (one.perf === added.perf || SOURCES[mine.source].currency !== SOURCES[other.source].currency)
    return true;
  return mine.source === other.source && one.send !== added.send;
}
