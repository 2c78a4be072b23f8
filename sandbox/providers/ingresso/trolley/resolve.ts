import { addDays, dateAt } from '../../../core/local-time';
import { eventOf, findBand } from '../catalogue';
import type { EventSpec, SendMethod } from '../catalogue/types';
import type { Desk } from '../desk';
import { endOfSale, findPerformance, type Performance } from '../performances';
import { discountsOf, priceOf } from '../prices';
import { seatsOf } from '../seats';
import type { Line, Order, Wish } from './model';

/** How tickets for a performance can be sent at the moment; fewer as it comes near. The first is the default. */
export function sendsOf(desk: Desk, { event, date }: Performance): SendMethod[] {
  const today = dateAt(desk.world.clock.now(), event.venue.timeZone);
  return event.sends.filter(({ untilDays }) => untilDays === undefined || date >= addDays(today, untilDays));
}

/** The performance of an id, when it is still on sale. */
export function onSale(desk: Desk, perfId: string): Performance | undefined {
  const event = eventOf(perfId);
  const found = event && findPerformance(event, perfId, desk.world.clock.now());
  return found && endOfSale(found) > desk.world.clock.now() ? found : undefined;
}

/**
 * What a wish stands for at the moment, or null where the platform calls it unavailable: ids that do not exist, too
 * many tickets, nothing left, no way to send them.
 */
export function resolve(desk: Desk, wish: Wish, reserving = false): Order | null {
  const performance = onSale(desk, wish.perf);
  const found = performance && findBand(performance.event, wish.type, wish.band);
  if (!performance || !found) return null;
  const { event } = performance;
  const { type, band } = found;
  const sends = sendsOf(desk, performance);
  const send = sends.find(({ code }) => code === wish.send) ?? sends[0];
  if (!send || wish.count > event.maxSeats) return null;
  if (desk.store.stock.left({ performance, type, band }) < wish.count) return null;
  if (!seatsExist(event, band, wish.seats)) return null;
  const lines = linesOf(desk, event, discountsOf(band, wish.discounts, wish.count), reserving);
  return {
    item: wish.item,
    event,
    performance,
    type,
    band,
    count: wish.count,
    requested: wish.seats,
    lines,
    send,
  };
}

function seatsExist(event: EventSpec, band: Order['band'], wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  if (!event.choice) return false;
  const known = new Set(seatsOf(band));
  return wanted.every((id) => known.has(id));
}

function linesOf(
  desk: Desk,
  event: EventSpec,
  discounts: readonly Order['lines'][number]['discount'][],
  reserving: boolean,
): Line[] {
  const codes = [...new Set(discounts.map(({ code }) => code))];
  return codes.flatMap((code) => {
    const places = discounts.flatMap((one, index) => (one.code === code ? index : []));
    const discount = discounts[places[0] ?? 0];
    return discount ? [{ discount, places, ...priceOf(desk, event, discount, reserving) }] : [];
  });
}
