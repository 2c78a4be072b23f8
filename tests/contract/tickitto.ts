import type { JsonObject } from '@/lib/checkout/json';
import type { Checkout } from '@/lib/checkout/model';
import { CUSTOMER, pick } from '../suppliers/tickitto-shop';
import type { Behaviour, SupplierUnderTest } from './types';

const basket = ({ memo }: Checkout) => String(memo.basketId);

const BASKETS = ({ memo, request, attempts }: Checkout) => {
  const asked = request.kind === 'basket' ? request.basket.basketId : null;
  const all = [memo.basketId, asked, ...attempts.map((attempt) => attempt.memo.basketId)];
  return [...new Set(all.filter((id) => typeof id === 'string'))];
};

const behaviours: readonly Behaviour[] = [
  { title: 'two items', events: ['T103', 'T103'], ends: 'booked/captured' },
  { title: 'the venue refuses', events: ['T901'], ends: 'failed/refund_due', attention: 'refund_due' },
  { title: 'the venue refuses, and the money goes back', events: ['T902'], ends: 'failed/refunded' },
  {
    title: 'one of two fails',
    events: ['T103', 'T901'],
    ends: 'part_booked/refund_due',
    attention: 'refund_due',
  },
  { title: 'one of two fails, its money goes back', events: ['T103', 'T902'], ends: 'part_booked/captured' },
  { title: 'the voucher is late', events: ['T903'], ends: 'booked/captured' },
  { title: 'fulfilment takes its time', events: ['T904'], ends: 'booked/captured' },
  { title: 'no voucher comes', events: ['T905'], ends: 'booked/captured' },
  { title: 'booking is slow', events: ['T906'], ends: 'booked/captured' },
  { title: 'seats are gone', events: ['T907'], ends: 'open/none', refused: true },
  {
    title: 'Stripe’s word comes late',
    events: ['T911'],
    after: { action: 'send-webhook', id: basket },
    ends: 'booked/captured',
  },
  {
    title: 'Stripe’s word never comes',
    events: ['T911'],
    ends: 'attempting/captured',
    attention: 'paid_not_booked',
  },
  {
    title: 'the venue changes its mind while it is paid',
    events: ['T103'],
    before: { action: 'fail-booking', id: 'T103' },
    ends: 'failed/refund_due',
    attention: 'refund_due',
  },
  {
    title: 'sold out while it is held',
    events: ['T103'],
    before: { action: 'sell-out', id: 'T103' },
    ends: 'booked/captured',
  },
];

/** Tickitto: one option; it books by itself when its own webhook hears from Stripe. */
export const tickittoUnderTest: SupplierUnderTest = {
  id: 'tickitto',
  provider: 'tickitto',
  options: [{ id: 'tickitto.stripe', moves: 'provider', challenges: true }],
  groups: BASKETS,
  choose: async (supplier, events) => {
    let notes: JsonObject | null = null;
    for (const event of events)
      notes = (await pick(supplier, { event, tickets: [{ type: 'adult', quantity: 1 }] }, notes)).basket;
    return { kind: 'basket', basket: notes ?? {} };
  },
  plain: ['T103'],
  pair: ['T103', 'T103'],
  details: CUSTOMER,
  calls: {
    hold: ['GET /api/basket/'],
    start: ['POST /api/basket/stripe_object', 'GET /api/authentication/account'],
    check: ['GET /api/basket/'],
    release: ['POST /api/basket/remove'],
    cancel: ['POST /api/basket/cancel', 'GET /api/basket/'],
  },
  strange: { checkout_status: 'moon_phase' },
  dearer: { action: 'raise-price', id: basket, args: { percent: 20 } },
  behaviours,
};
