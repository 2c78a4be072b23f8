import type { HoldRow } from '../../../core/ledger';
import type { Desk } from '../desk';
import { type Basket, type Item, seatsOf, ticketCount } from './model';

/** A hold lasts this long, as Tickitto's basket documentation has it. */
export const HOLD_MS = 15 * 60_000;
/** How long an item says `reservation_pending` while it is held again. */
const REHOLD_MS = 400;

/** Takes an item's tickets out of the stock and starts its hold; false when they are gone. */
export function hold(desk: Desk, basket: Basket, item: Item): boolean {
  const { event, performance, band } = item;
  if (!desk.store.stock.take(event, performance, band, seatsOf(item), ticketCount(item))) return false;
  const ms = event.behaviour?.holdMs ?? HOLD_MS;
  item.holding = true;
  item.status = 'reserved';
  item.ttlMs = desk.world.clock.now() + ms;
  item.attempts += 1;
  note(desk, basket, item, 'held');
  desk.world.later(ms, () => lapse(desk, basket, item));
  return true;
}

/** Gives an item's tickets back. */
export function release(desk: Desk, basket: Basket, item: Item, status: 'released' | 'expired'): void {
  if (!item.holding) return;
  desk.store.stock.give(item.performance, item.band, seatsOf(item), ticketCount(item));
  item.holding = false;
  note(desk, basket, item, status);
}

/** True when the hold is over, whether or not anybody noticed yet. */
export function lapsed(desk: Desk, item: Item): boolean {
  return item.status === 'reserved' && item.ttlMs <= desk.world.clock.now();
}

/** Holds an item again that has lapsed; when that fails it is `unreserved` and will not be checked out. */
export function holdAgain(desk: Desk, basket: Basket, item: Item): boolean {
  release(desk, basket, item, 'expired');
  if (!item.event.behaviour?.reholdFails && hold(desk, basket, item)) return true;
  item.status = 'unreserved';
  return false;
}

/**
 * What a look at the basket sets off: lapsed items say `reservation_pending` and are held again a moment later.
 * `settled` runs once that has changed what the basket costs.
 */
export function lookAfter(desk: Desk, basket: Basket, settled: () => Promise<void>): void {
  if (basket.status !== 'not_checked_out' && basket.status !== 'payment_failed') return;
  for (const item of basket.items) {
    if (!lapsed(desk, item)) continue;
    release(desk, basket, item, 'expired');
    item.status = 'reservation_pending';
    desk.world.later(REHOLD_MS, async () => {
      // Taken out of the basket meanwhile: nobody wants it any more.
      const wanted = item.status === 'reservation_pending' && basket.items.includes(item);
      if (wanted && !holdAgain(desk, basket, item)) await settled();
    });
  }
}

/** Writes the hold to the ledger. */
export function note(desk: Desk, basket: Basket, item: Item, status: HoldRow['status']): void {
  desk.world.ledger.hold({
    provider: 'tickitto',
    id: item.id,
    group: basket.id,
    title: item.event.title,
    status,
    expiresAt: new Date(item.ttlMs).toISOString(),
  });
}

function lapse(desk: Desk, basket: Basket, item: Item): void {
  // Held again meanwhile, released, or on its way to being booked: then this hold is not the one that ends.
  if (lapsed(desk, item)) release(desk, basket, item, 'expired');
}
