import { z } from 'zod';
import type { RunningProvider } from '../../core/provider';
import { issue } from './booking/deliver';
import { closePayments, end } from './booking/hold';
import type { Booking } from './booking/model';
import { findProduct } from './catalogue';
import type { Desk } from './desk';
import { decide } from './order/confirm';
import { confirmItself } from './order/late';
import { type Order, paid } from './order/model';
import { refund } from './payment/refund';

const GATEWAYS = ['adyen', 'vivawallet', 'spreedly', 'stripe', 'external', 'bridgepay'] as const;

/** What the control port can make this supplier do. `id` is a product's, an order's or a booking's uuid, as each says. */
export function actions(desk: Desk): RunningProvider['actions'] {
  const { store } = desk;
  return {
    /** Nothing is left of a product, or of one slot (`product/option/availability`); what is held stays held. */
    'sell-out': (id) => {
      needProduct(id.split('/')[0] ?? '');
      store.stock.sellOut(id);
    },
    /** The price of a product rises by `args.percent` (10) for whoever looks or reserves next. */
    'raise-price': (id, args) => {
      const { percent } = z.object({ percent: z.number().min(-90).max(500).default(10) }).parse(args);
      store.raised.set(needProduct(id), percent);
    },
    /** The confirmation will be refused although the money is there. Product or booking. */
    'fail-confirm': (id) => {
      store.doomed.add(store.anyBooking(id) ? id : needProduct(id));
    },
    /** Orders of a product are paid through `args.gateway` from now on. */
    gateway: (id, args) => {
      const { gateway } = z.object({ gateway: z.enum(GATEWAYS) }).parse(args);
      store.gateways.set(needProduct(id), gateway);
    },
    /** `on` or `off`: every gateway's word is kept back, so that confirming answers PAYMENT_PENDING. */
    'hold-webhooks': (id) => {
      store.holdingWords = z.enum(['on', 'off'], { error: 'id is "on" or "off"' }).parse(id) === 'on';
    },
    /** The gateway's word for an order is heard now. Order or booking. */
    'send-webhook': (id) => {
      needOrder(desk, id).wordSent = true;
    },
    /** Tickets that are on their way arrive now. Order or booking. */
    'release-ticket': (id) => {
      for (const booking of needBookings(desk, id)) issue(desk, booking);
    },
    /** What is PENDING is decided now. Order or booking. */
    decide: async (id) => {
      const order = needOrder(desk, id);
      await store.exclusive(order.id, async () => {
        await confirmItself(desk, order);
        for (const booking of needBookings(desk, id)) await decide(desk, booking);
      });
    },
    /** The hold of an order ends now. Order or booking. */
    expire: async (id) => {
      const order = needOrder(desk, id);
      await store.exclusive(order.id, async () => {
        order.expiresMs = desk.world.clock.now();
        for (const booking of order.bookings) if (booking.status === 'ON_HOLD') end(desk, booking, 'EXPIRED');
        await closePayments(desk, order);
      });
    },
    /** The tickets were shown at the door. Order or booking. */
    redeem: (id) => {
      for (const booking of needBookings(desk, id)) {
        if (booking.status !== 'CONFIRMED') throw new Error(`The booking is ${booking.status}.`);
        booking.status = 'REDEEMED';
        booking.redeemedMs = desk.world.clock.now();
      }
    },
    /** Gives back what was paid for an order, such as money that came for a hold that was over. Order or booking. */
    'refund-payment': async (id) => {
      const order = needOrder(desk, id);
      await store.exclusive(order.id, () => refund(desk, order, paid(order)));
    },
    /** `number` or `text`: how Viva's order codes are written. */
    'viva-codes': (id) => {
      store.viva.codes = z.enum(['number', 'text'], { error: 'id is "number" or "text"' }).parse(id);
    },
  };
}

function needProduct(id: string): string {
  if (!findProduct(id)) throw new Error(`There is no product "${id}".`);
  return id;
}

function needOrder(desk: Desk, id: string): Order {
  const order = desk.store.orders.get(id) ?? desk.store.anyBooking(id)?.order;
  if (!order) throw new Error(`There is no order or booking "${id}".`);
  return order;
}

function needBookings(desk: Desk, id: string): Booking[] {
  const one = desk.store.anyBooking(id);
  return one ? [one] : needOrder(desk, id).bookings;
}
