import { z } from 'zod';
import type { RunningProvider } from '../../core/provider';
import { issueVouchers } from './basket/booking';
import { followBasket } from './basket/intent';
import type { Basket, Item, Session } from './basket/model';
import { refundItem } from './basket/refunds';
import { findEvent } from './catalogue';
import type { Desk } from './desk';
import { chooseFor } from './picker/choose';

/** What the control port can make this provider do. `id` is a basket's, an item's or an event's, as each says. */
export function actions(desk: Desk): RunningProvider['actions'] {
  const { store } = desk;
  return {
    /** `old` or `current`: the generation of the wire format from now on. */
    wire: (id) => {
      store.wire = z.enum(['old', 'current'], { error: 'id is "old" or "current"' }).parse(id);
    },
    /** Vouchers that are on their way arrive now. Basket or item. */
    'release-voucher': (id) => {
      for (const { basket, item } of items(desk, id)) issueVouchers(desk, basket, item);
    },
    /** What Stripe said and was kept back is heard now. Basket. */
    'send-webhook': async (id) => {
      const work = store.heldWebhooks.get(findBasket(desk, id).id) ?? [];
      store.heldWebhooks.delete(id);
      for (const one of work) await one();
    },
    /** `on` or `off`: keep every webhook back until `send-webhook`. */
    'hold-webhooks': (id) => {
      store.holdingWebhooks = z.enum(['on', 'off'], { error: 'id is "on" or "off"' }).parse(id) === 'on';
    },
    /** The price rises by `args.percent` (10): of an event for whoever adds it next, or of a basket at once. */
    'raise-price': async (id, args) => {
      const { percent } = z.object({ percent: z.number().min(-90).max(500).default(10) }).parse(args);
      if (findEvent(id)) {
        store.raised.set(id, percent);
        return;
      }
      const basket = findBasket(desk, id);
      await store.exclusive(basket.id, async () => {
        for (const item of basket.items) item.raised = percent;
        await followBasket(desk, basket);
      });
    },
    /** Nothing is left of an event; what is held stays held. */
    'sell-out': (id) => {
      if (!findEvent(id)) throw new Error(`There is no event "${id}".`);
      store.stock.sellOut(id);
    },
    /** The venue will refuse it after payment. Item, or every item of an event. */
    'fail-booking': (id) => {
      if (findEvent(id)) {
        store.doomed.add(id);
        return;
      }
      for (const { item } of items(desk, id)) item.doomed = true;
    },
    /** Gives the money of refused items back at Stripe. Basket or item. */
    'refund-errored': async (id) => {
      for (const { basket, item } of items(desk, id)) {
        await store.exclusive(basket.id, () => refundItem(desk, basket, item));
      }
    },
    /** A picker's session ends now. Session. */
    'end-session': (id) => {
      findSession(desk, id).endMs = desk.world.clock.now();
    },
    /** Somebody chooses one ticket on a picker's page. Its address. */
    choose: (id) => chooseFor(desk, findSession(desk, new URL(id).searchParams.get('session') ?? '')),
  };
}

function findSession(desk: Desk, id: string): Session {
  const session = desk.store.sessions.get(id);
  if (!session) throw new Error(`There is no availability session "${id}".`);
  return session;
}

function findBasket(desk: Desk, id: string): Basket {
  const basket = desk.store.baskets.get(id);
  if (!basket) throw new Error(`There is no basket "${id}".`);
  return basket;
}

function items(desk: Desk, id: string): { basket: Basket; item: Item }[] {
  const basket = desk.store.baskets.get(id);
  if (basket) return basket.items.map((item) => ({ basket, item }));
  const found = desk.store.findItem(id);
  if (!found) throw new Error(`There is no basket or item "${id}".`);
  return [found];
}
