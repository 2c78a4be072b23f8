import { MAX_TICKETS, productId } from '../basket/add';
import type { Session } from '../basket/model';
import { FEE, unitPrice } from '../basket/prices';
import type { Desk } from '../desk';
import { convert } from '../money';
import { findPerformance, performancesBetween } from '../performances';
import { Refusal } from '../refusals';

/** A date and its times, as the page's calendar needs them. */
export interface PickerDate {
  date: string;
  times: { id: string; time: string | null; left: 'none' | 'few' | 'enough' }[];
}

const FEW = 6;

/** Everything on sale within the session's range, by local date. */
export function datesFor(desk: Desk, session: Session): { dates: PickerDate[] } {
  const { event, t1, t2 } = session;
  const found = performancesBetween(event, desk.world.clock.now(), t1, t2);
  const dates = new Map<string, PickerDate>();
  for (const performance of found) {
    const entry = dates.get(performance.date) ?? { date: performance.date, times: [] };
    const left = event.bands.reduce((sum, band) => sum + desk.store.stock.left(event, performance, band), 0);
    entry.times.push({
      id: performance.id,
      time: performance.time,
      left: left === 0 ? 'none' : left <= FEW ? 'few' : 'enough',
    });
    dates.set(performance.date, entry);
  }
  return { dates: [...dates.values()] };
}

/** What can be bought for one performance: bands with tickets and prices in minor units, and the seats that are free. */
export function offerFor(desk: Desk, session: Session, performanceId: string) {
  const { event, currency } = session;
  const performance = findPerformance(event, performanceId, desk.world.clock.now());
  if (!performance) throw new Refusal('availability_error.performance_not_found');
  const raised = desk.store.raised.get(event.id) ?? 0;
  return {
    availability_id: performance.id,
    product_id: productId(event),
    max: MAX_TICKETS,
    fee: {
      share: FEE.share,
      least: convert(FEE.minPence, 'GBP', currency),
      most: convert(FEE.maxPence, 'GBP', currency),
    },
    bands: event.bands.map((band) => {
      const free = new Set(band.rows ? desk.store.stock.freeSeats(event, performance, band) : []);
      return {
        id: band.id,
        name: band.name,
        left: desk.store.stock.left(event, performance, band),
        tickets: band.tickets.map((ticket) => {
          const price = unitPrice({ event, raised }, { ticket }, currency);
          return { id: ticket.id, name: ticket.name, note: ticket.note ?? null, price };
        }),
        rows:
          band.rows?.map((row) => ({
            name: row.name,
            seats: Array.from({ length: row.seats }, (_, index) => {
              const id = `${band.id}:${row.name}-${index + 1}`;
              return { id, number: index + 1, free: free.has(id) };
            }),
          })) ?? null,
      };
    }),
    when: { date: performance.date, time: performance.time },
  };
}
