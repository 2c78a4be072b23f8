import { z } from 'zod';
import type { RunningProvider } from '../../core/provider';
import { findActivity } from './catalogue';
import type { ActivitySpec } from './catalogue/types';
import type { Desk } from './desk';
import { answer, giveUp } from './order/book';
import { resolve } from './order/cancel';
import type { ItemStatus, Order, OrderItem } from './order/model';
import { refund } from './order/refund';

/**
 * What the control port can make Musement do. `id` is an order's uuid, its cart's or an item's, unless the action says
 * otherwise; of an order the items that it can happen to are meant.
 */
export function actions(desk: Desk): RunningProvider['actions'] {
  const { store, webhooks } = desk;
  const each = (
    id: string,
    statuses: readonly ItemStatus[],
    work: (order: Order, item: OrderItem) => void,
  ) => {
    const found = itemsOf(desk, id).filter(({ item }) => statuses.includes(item.status));
    if (found.length === 0) throw new Error(`Nothing of "${id}" is ${statuses.join(' or ')}.`);
    for (const { order, item } of found) work(order, item);
  };
  return {
    /** The supplier says yes to what was asked for. */
    confirm: (id) => each(id, ['PENDING'], (order, item) => answer(desk, order, item, true)),
    /** The supplier says no; the money goes back, unless the activity keeps it. */
    reject: (id) => each(id, ['PENDING'], (order, item) => answer(desk, order, item, false)),
    /** Gives the money of refused items back. */
    'refund-item': (id) => each(id, ['KO'], (order, item) => refund(desk, order, item, 100)),
    /** The venue takes back what it had confirmed. */
    'give-up': (id) => each(id, ['OK'], (order, item) => giveUp(desk, order, item)),
    /** How a failed cancellation ends: `args.to` is OK or REFUNDED. */
    'resolve-cancellation': (id, args) => {
      const { to } = z.object({ to: z.enum(['OK', 'REFUNDED']) }).parse(args);
      each(id, ['CANCELLATION_ERROR'], (order, item) => resolve(desk, order, item, to));
    },
    /** Nothing is left of an activity. */
    'sell-out': (id) => {
      store.stock.sellOut(needActivity(id).uuid);
    },
    /** The price of an activity rises by `args.percent` (10), in carts that have no order too; or of one cart alone. */
    'raise-price': (id, args) => raisePrice(desk, id, args),
    /** The next token of another gateway than `args.gateway` is not charged: `args.how` is refuse or answer. */
    'switch-gateway': (id, args) => {
      const cart = store.carts.get(id) ?? store.anyOrder(id)?.cart;
      if (!cart) throw new Error(`There is no cart or order "${id}".`);
      cart.switchTo = z
        .object({ gateway: z.enum(['STRIPE', 'ADYEN']), how: z.enum(['refuse', 'answer']).default('refuse') })
        .parse(args);
    },
    /** Every token of a client ends now; `all` is everybody's. */
    'expire-tokens': (id) => store.tokens.expire(id),
    /** Seconds that tokens last from now on. */
    'token-life': (id) => {
      store.tokens.seconds = z.coerce.number().int().min(1).parse(id);
    },
    /** Keeps notices back from now on: of an order, cart, item, client, or `all`. */
    'hold-webhooks': (id) => webhooks.outbox.hold(id),
    /** Ends a hold and sends what had gathered; `{"order": "newest-first"}` sends it in the wrong order. */
    'send-webhooks': (id, args) => {
      webhooks.outbox.release(id, args.order === 'newest-first');
    },
    /** Sends the newest notice again. */
    'duplicate-webhook': (id) => {
      if (!webhooks.outbox.repeat(id)) throw new Error(`There was no notice about "${id}" yet.`);
    },
    /** Where notices go from now on; `none` is nowhere. */
    'webhook-url': (id) => webhooks.sendTo(id === 'none' ? null : z.url().parse(id)),
  };
}

function raisePrice({ store }: Desk, id: string, args: Record<string, unknown>): void {
  const { percent } = z.object({ percent: z.number().min(-90).max(500).default(10) }).parse(args);
  const cart = store.carts.get(id);
  if (cart?.order) throw new Error('What an order costs does not change any more.');
  const uuid = cart ? undefined : needActivity(id).uuid;
  if (uuid) store.raised.set(uuid, percent);
  // A cart holds nothing, its prices neither.
  const open = cart ? [cart] : [...store.carts.values()].filter(({ order }) => !order);
  for (const item of open.flatMap(({ items }) => items))
    if (!uuid || item.product.slot.activity.uuid === uuid) item.raised = percent;
}

function needActivity(id: string): ActivitySpec {
  const activity = findActivity(id);
  if (!activity) throw new Error(`There is no activity "${id}".`);
  return activity;
}

function itemsOf(desk: Desk, id: string): { order: Order; item: OrderItem }[] {
  const order = desk.store.anyOrder(id);
  if (!order) throw new Error(`There is no order, cart or item "${id}".`);
  const one = order.items.find(({ uuid }) => uuid === id);
  return (one ? [one] : order.items).map((item) => ({ order, item }));
}
