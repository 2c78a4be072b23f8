import type { Desk } from '../desk';
import { dayOf } from '../performances';
import { bestOf, leavesSingle, runsOf, sideBySide } from '../seats';
import type { Order } from '../trolley/model';
import type { HeldOrder, Seat, SeatStatus } from './model';

/** Takes an order's tickets out of the stock: the held order, or the supplier's comment on why not. */
export function hold(desk: Desk, order: Order): HeldOrder | string {
  const { event, performance } = order;
  const { behaviour } = event;
  if (desk.store.isDown(event)) return 'The supplier cannot be reached.';
  if (behaviour?.reserveFails) return behaviour.reserveFails;
  if (behaviour?.reserveFailsOn === dayOf(performance)) return 'Performances on this day cannot be reserved.';
  const got = order.band.rows ? chosen(desk, order) : any(desk, order);
  if (typeof got === 'string') return got;
  return {
    ...order,
    seats: got.ids.map((id, index) => seatOf(order, id, index)),
    seatStatus: got.status,
    holding: true,
    reference: null,
    cancelled: 'no',
  };
}

/** Gives an order's tickets back, once. */
export function letGo(desk: Desk, order: HeldOrder): void {
  if (!order.holding) return;
  order.holding = false;
  desk.store.stock.give(
    order,
    order.seats.map(({ id }) => id),
    order.count,
  );
}

type Got = { ids: readonly string[]; status: SeatStatus };

function any(desk: Desk, order: Order): Got | string {
  const ids = desk.store.stock.takeAny(order, order.count);
  return ids ? { ids, status: 'not_requested' } : 'The tickets are no longer available.';
}

function chosen(desk: Desk, order: Order): Got | string {
  const { requested } = order;
  const { failSeat } = order.event.behaviour ?? {};
  const runs = runsOf(order.band, new Set(desk.store.stock.free(order)));
  if (failSeat && requested.includes(failSeat)) return `Seat ${failSeat} causes failure.`;
  const refused = requested.length > 0 ? refusedChoice(order, runs) : undefined;
  if (refused) return refused;
  const got = pick(order, runs);
  if (!got) return 'There are not enough seats together.';
  return desk.store.stock.takeSeats(order, got.ids) ? got : 'The seats are no longer available.';
}

/** Which seats it comes to: those that were asked for, save where a seat is known to bring others. */
function pick({ event, requested, count }: Order, runs: Record<string, string[][]>): Got | undefined {
  const { failSeat, swapSeat, loseSeat } = event.behaviour ?? {};
  const avoid = failSeat ? [failSeat] : [];
  const best = (number: number, also: readonly string[] = []) => bestOf(runs, number, [...avoid, ...also]);
  if (requested.length === 0 || (swapSeat && requested.includes(swapSeat))) {
    // Others in the same row where it has them: D2 and D3 for D6 and D7, as the demo system does it.
    const rows = Object.entries(runs).filter(([name]) => requested.some((id) => id.startsWith(name)));
    const ids = bestOf(Object.fromEntries(rows), count, [...avoid, ...requested]) ?? best(count, requested);
    return ids && { ids, status: requested.length === 0 ? 'not_requested' : 'got_none' };
  }
  if (!loseSeat || !requested.includes(loseSeat)) return { ids: requested, status: 'got_all' };
  const [other] = best(1, requested) ?? [];
  if (!other) return undefined;
  const ids = requested.map((id) => (id === loseSeat ? other : id));
  return { ids, status: count === 1 ? 'got_none' : 'got_partial' };
}

function refusedChoice(order: Order, runs: Record<string, string[][]>): string | undefined {
  const { requested, event } = order;
  const free = new Set(Object.values(runs).flat(2));
  const missing = requested.find((id) => !free.has(id));
  if (missing) return `Seat ${missing} is no longer available.`;
  if (event.choice?.contiguous && !sideBySide(runs, requested)) return 'Seats must be next to each other.';
  if (event.choice?.singles === 'never' && leavesSingle(runs, requested))
    return 'A single seat would be left.';
  return undefined;
}

function seatOf({ event, performance }: Order, id: string, index: number): Seat {
  const day = event.behaviour?.restrictedOn;
  const byDay = day === dayOf(performance) && (index === 1 || index === 2);
  return {
    id,
    restricted: byDay || (event.restricted?.includes(id) ?? false),
    text: event.seatTexts?.[id],
  };
}
