import type { Checkout } from '@/lib/checkout/model';
import { CUSTOMER, requestOf } from '../suppliers/ingresso-shop';
import { tikkieGroups } from './tikkie';
import type { Behaviour, SupplierUnderTest } from './types';

/** The transaction that is held, and those that earlier tries bought or let go. */
const TRANSACTIONS = (checkout: Checkout) => {
  const all = [checkout.memo.uuid, ...checkout.attempts.map((attempt) => attempt.memo.uuid)];
  return [...new Set(all.filter((id) => typeof id === 'string')), ...tikkieGroups(checkout)];
};

const STRIPE = 'ingresso.stripe';
const PAGE = 'ingresso.redirect';
const CREDIT = 'ingresso.credit:invoice';
const TIKKIE = 'ingresso.credit:tikkie';

/** The customer's money was not taken with the first two, and goes back to them with the third. */
const without = (title: string, events: readonly string[], tickets: string, kept: string): Behaviour[] => [
  { title, option: STRIPE, events, ends: `${tickets}/${kept}` },
  { title, option: PAGE, events, ends: `${tickets}/${kept}` },
  { title, option: CREDIT, events, ends: `${tickets}/refund_due`, attention: 'refund_due' },
];

/** With each of the ways to pay; payment requests are in euros, and have their own tests of what befalls them. */
const byAll = (behaviour: Behaviour): Behaviour[] =>
  [STRIPE, PAGE, CREDIT].map((option) => ({ ...behaviour, option }));

const common: readonly Behaviour[] = [
  { title: 'a seat map', events: ['7AB'], ends: 'booked/captured' },
  { title: 'no date', events: ['1D7B8'], ends: 'booked/captured' },
  { title: 'the partner’s reference is needed', events: ['8ZC'], ends: 'booked/captured' },
  { title: 'euros', events: ['B11'], ends: 'booked/captured' },
  {
    title: 'the price rose while it was held: shown and accepted',
    events: ['SC31'],
    ends: 'booked/captured',
  },
  { title: 'nothing can be held', events: ['SC30'], ends: 'open/none', refused: true },
  { title: 'two minutes', events: ['SC22'], ends: 'booked/captured', slow: true },
];

const behaviours: readonly Behaviour[] = [
  ...common.flatMap(byAll),
  ...without('the ticketing system refuses', ['SC20'], 'expired', 'none'),
  ...without('one of two ticketing systems refuses', ['6IF', 'SC21'], 'part_booked', 'captured'),
  { title: 'two pages', option: PAGE, events: ['SC01'], ends: 'booked/captured' },
  { title: 'three pages, by GET, POST and GET', option: PAGE, events: ['SC03'], ends: 'booked/captured' },
  { title: 'a page that is opened by a form', option: PAGE, events: ['SC10'], ends: 'booked/captured' },
  { title: 'parameters in an order of their own', option: PAGE, events: ['SC11'], ends: 'booked/captured' },
  { title: 'back by a form', option: PAGE, events: ['SC13'], ends: 'booked/captured' },
  { title: 'everything is passed on as it came', option: PAGE, events: ['SC14'], ends: 'booked/captured' },
];

/** Ingresso: three ways to pay, two of them with accounts of their own, so that the hold moves there first. */
export const ingressoUnderTest: SupplierUnderTest = {
  id: 'ingresso',
  provider: 'ingresso',
  env: { COLLECTORS: 'invoice,tikkie', TIKKIE_VERSION: '1' },
  options: [
    {
      id: STRIPE,
      moves: 'shop',
      challenges: false,
      calls: { advance: ['POST /f13/purchase.v1'], start: ['POST /f13/release.v1', 'POST /f13/reserve.v1'] },
    },
    {
      id: PAGE,
      moves: 'shop',
      challenges: true,
      calls: { start: ['POST /f13/purchase.v1'], advance: ['POST /f13/callback.v1/*'] },
    },
    {
      id: CREDIT,
      moves: 'partner',
      challenges: false,
      heldPriceStays: true,
      calls: { book: ['POST /f13/purchase.v1'] },
    },
    {
      id: TIKKIE,
      moves: 'provider',
      again: true,
      challenges: false,
      heldPriceStays: true,
      plain: ['B11'],
      pair: ['B11', 'B10'],
      calls: { book: ['POST /f13/purchase.v1'] },
    },
  ],
  groups: TRANSACTIONS,
  choose: (supplier, events) =>
    requestOf(
      supplier,
      events.map((event) => ({ event })),
    ),
  plain: ['6IF'],
  pair: ['6IF', '8ZA'],
  details: CUSTOMER,
  calls: {
    hold: ['POST /f13/reserve.v1', 'GET /f13/trolley.v1'],
    check: ['GET /f13/status.v1'],
    release: ['POST /f13/release.v1'],
    cancel: ['POST /f13/cancel.v1'],
  },
  strange: { transaction_status: 'moon_phase', pending_callout: null },
  // For the two that move the hold to another account.
  dearer: { action: 'raise-price', id: '6IF', args: { percent: 20 } },
  behaviours,
};
