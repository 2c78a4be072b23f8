import { addItem } from '../basket/add';
import { assertUnpaid, followBasket } from '../basket/intent';
import type { Session } from '../basket/model';
import type { Desk } from '../desk';
import { findPerformance } from '../performances';
import { datesFor, offerFor } from './offers';

/**
 * Somebody chooses on a picker's page: a ticket of the first kind, for the last time that has enough, where it is next to
 * nobody's else. What the page would be told when it cannot be had is thrown.
 */
export async function chooseFor(desk: Desk, session: Session): Promise<void> {
  const basket = session.basketId === null ? undefined : desk.store.baskets.get(session.basketId);
  if (!basket) throw new Error('This picker has no basket: the shop adds what it tells.');
  const times = datesFor(desk, session).dates.flatMap((date) => date.times);
  const time = times.filter(({ left }) => left === 'enough').at(-1);
  const performance = time && findPerformance(session.event, time.id, desk.world.clock.now());
  if (!performance) throw new Error(`Nothing is left of ${session.event.id}.`);
  const offer = offerFor(desk, session, performance.id);
  const band = offer.bands.find(({ left }) => left > 0);
  await desk.store.exclusive(basket.id, async () => {
    await assertUnpaid(desk, basket);
    addItem(desk, basket, session.event, {
      availability_id: offer.availability_id,
      product_id: offer.product_id,
      band_id: band?.id,
      booking_options: [{ concession_id: band?.tickets[0]?.id, quantity: 1 }],
    });
    await followBasket(desk, basket);
  });
}
