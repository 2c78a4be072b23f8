import { z } from 'zod';
import type { Checkout } from '@/lib/checkout/model';
import { CUSTOMER, requestOf } from '../suppliers/musement-shop';
import { tikkieGroups } from './tikkie';
import type { Behaviour, SupplierUnderTest } from './types';

/** The cart of each hold: orders and payments have its name in the ledger. */
const CARTS = (checkout: Checkout) => {
  const all = [checkout.memo.cart, ...checkout.attempts.map((attempt) => attempt.memo.cart)];
  return [...new Set(all.filter((id) => typeof id === 'string')), ...tikkieGroups(checkout)];
};

const order = ({ memo }: Checkout) => String(memo.order);

/** What the cart's first item is a ticket of. */
const activityIn = ({ memo }: Checkout) =>
  z.object({ items: z.array(z.object({ activity: z.string() })) }).parse(memo).items[0]?.activity ?? '';

const STRIPE = 'musement.stripe';
const ADYEN = 'musement.adyen';
const INVOICE = 'musement.no-payment:invoice';
const TIKKIE = 'musement.no-payment:tikkie';

const behaviours: readonly Behaviour[] = [
  { title: 'participants, and a hotel', option: STRIPE, events: ['0104'], ends: 'booked/captured' },
  { title: 'a discount of the day', option: STRIPE, events: ['0102'], ends: 'booked/captured' },
  { title: 'confirmed by hand', option: STRIPE, events: ['0103'], ends: 'booked/captured' },
  { title: 'refused, and the money goes back', option: STRIPE, events: ['0901'], ends: 'failed/refunded' },
  {
    title: 'refused, and the money stays',
    option: STRIPE,
    events: ['0902'],
    ends: 'failed/refund_due',
    attention: 'refund_due',
  },
  {
    title: 'one of three at once, one by hand, one refused',
    option: STRIPE,
    events: ['0101', '0903', '0901'],
    after: { action: 'confirm', id: order },
    ends: 'part_booked/captured',
  },
  { title: 'nobody confirms in two days', option: STRIPE, events: ['0904'], ends: 'failed/refunded' },
  { title: 'the voucher is late', option: STRIPE, events: ['0909'], ends: 'booked/captured' },
  {
    title: 'dearer in the cart: shown and accepted',
    option: STRIPE,
    events: ['0915'],
    ends: 'booked/captured',
  },
  { title: 'nothing can be held', option: STRIPE, events: ['0916'], ends: 'open/none', refused: true },
  { title: 'one of two is gone', option: STRIPE, events: ['0101', '0916'], ends: 'booked/captured' },
  { title: 'a service fee', option: ADYEN, events: ['0105'], ends: 'booked/captured' },
  { title: 'refused by hand', option: ADYEN, events: ['0905'], ends: 'failed/refunded' },
];

/** Musement: carts that hold nothing, one order a cart, each activity's gateway its own. */
export const musementUnderTest: SupplierUnderTest = {
  id: 'musement',
  provider: 'musement',
  env: { COLLECTORS: 'invoice,tikkie', TIKKIE_VERSION: '2' },
  options: [
    { id: STRIPE, moves: 'shop', challenges: true },
    { id: ADYEN, moves: 'shop', challenges: true, plain: ['0107'], pair: ['0107', '0105'] },
    {
      id: INVOICE,
      moves: 'partner',
      askedFirst: true,
      challenges: false,
      calls: { book: ['POST /api/v3/orders', 'POST /api/v3/payments/no/payment'] },
    },
    {
      id: TIKKIE,
      moves: 'provider',
      again: true,
      askedFirst: true,
      challenges: false,
      calls: { book: ['POST /api/v3/orders', 'POST /api/v3/payments/no/payment'] },
    },
  ],
  endless: true,
  groups: CARTS,
  choose: (supplier, events) =>
    requestOf(
      supplier,
      events.map((event) => ({ event })),
    ),
  plain: ['0101'],
  pair: ['0101', '0102'],
  details: CUSTOMER,
  calls: {
    hold: ['POST /api/v3/carts', 'POST /api/v3/carts/*'],
    start: ['PUT /api/v3/carts/*'],
    advance: ['POST /api/v3/orders', 'POST /api/v3/payments/split/payment'],
    check: ['GET /api/v3/carts/*', 'GET /api/v3/orders/*'],
    release: ['DELETE /api/v3/carts/*'],
    cancel: ['DELETE /api/v3/orders/*'],
  },
  strange: { payment: { paid: null, status: 'moon_phase' } },
  dearer: { action: 'raise-price', id: activityIn, args: { percent: 10 } },
  behaviours,
};
