import { z } from 'zod';
import type { Checkout } from '@/lib/checkout/model';
import { CERTIFIED } from '@/lib/suppliers/octo/config';
import { OCTO_KEYS } from '@/sandbox/core/secrets';
import { CUSTOMER, requestOf } from '../suppliers/octo-shop';
import { tikkieGroups } from './tikkie';
import type { Behaviour, OptionUnderTest, SupplierUnderTest } from './types';

/** The order of each hold, by the uuid that we gave its first booking. */
const ORDERS = (checkout: Checkout) => {
  const all = [checkout.memo.group, ...checkout.attempts.map((attempt) => attempt.memo.group)];
  return [...new Set(all.filter((id) => typeof id === 'string')), ...tikkieGroups(checkout)];
};

const order = ({ memo }: Checkout) => String(memo.group);

const fixedReturn = z.object({ query: z.array(z.tuple([z.string(), z.string()])) });

const CARD = 'octo.stripe';
const INVOICE = 'octo.external:invoice';
const TIKKIE = 'octo.external:tikkie';
const LISTED = 'octo.saved-card';

const behaviours: readonly Behaviour[] = [
  { title: 'yen, and guests by name', option: CARD, events: ['OC107'], ends: 'booked/captured' },
  { title: 'two of three', option: CARD, events: ['OC101', 'OC901'], ends: 'booked/captured' },
  { title: 'nothing can be held', option: CARD, events: ['OC901'], ends: 'open/none', refused: true },
  { title: 'gone while it is paid', option: CARD, events: ['OC902'], ends: 'expired/none' },
  {
    title: 'dearer at the hold: shown and accepted',
    option: CARD,
    events: ['OC903'],
    ends: 'booked/captured',
  },
  { title: 'a minute to pay', option: CARD, events: ['OC904'], ends: 'booked/captured' },
  { title: 'the gateway’s word is late', option: CARD, events: ['OC905'], ends: 'booked/captured' },
  {
    title: 'the gateway’s word is very late',
    option: CARD,
    events: ['OC906'],
    after: { action: 'send-webhook', id: order },
    ends: 'booked/captured',
  },
  { title: 'confirmed by hand', option: CARD, events: ['OC907'], ends: 'booked/captured' },
  {
    title: 'refused by hand, and the money goes back',
    option: CARD,
    events: ['OC908'],
    ends: 'failed/refunded',
  },
  {
    title: 'one of two is refused by hand',
    option: CARD,
    events: ['OC101', 'OC908'],
    ends: 'part_booked/captured',
  },
  { title: 'Stripe takes the money at once', option: CARD, events: ['OC909'], ends: 'booked/captured' },
  { title: 'the ticket is late', option: CARD, events: ['OC911'], ends: 'booked/captured' },
  { title: 'no ticket comes', option: CARD, events: ['OC912'], ends: 'booked/captured' },
  { title: 'a slot with wallets', option: 'octo.adyen', events: ['OC103'], ends: 'booked/captured' },
  {
    title: 'Adyen’s word is kept back',
    option: 'octo.adyen',
    events: ['OC105'],
    before: { action: 'hold-webhooks', id: 'on' },
    after: { action: 'hold-webhooks', id: 'off' },
    ends: 'booked/captured',
  },
  {
    title: 'Viva’s order code as text',
    option: 'octo.viva',
    events: ['OC104'],
    before: { action: 'viva-codes', id: 'text' },
    ends: 'booked/captured',
  },
  { title: 'one price for the boat', option: 'octo.spreedly', events: ['OC106'], ends: 'booked/captured' },
  {
    title: 'dinars, and a proof of the payment',
    option: INVOICE,
    events: ['OC108'],
    ends: 'booked/captured',
  },
];

/** OCTO: orders with several bookings, each product's gateway its own. */
export const octoUnderTest: SupplierUnderTest = {
  id: 'octo',
  provider: 'octo',
  env: { COLLECTORS: 'invoice,tikkie', TIKKIE_VERSION: '2' },
  options: [
    { id: CARD, moves: 'provider', challenges: true },
    {
      id: 'octo.adyen',
      moves: 'provider',
      challenges: true,
      plain: ['OC105'],
      pair: ['OC103', 'OC105'],
      calls: { start: ['PATCH /octo/orders/*'] },
    },
    { id: 'octo.viva', moves: 'provider', challenges: false, plain: ['OC104'], pair: ['OC104', 'OC104'] },
    {
      id: 'octo.spreedly',
      moves: 'shop',
      challenges: false,
      plain: ['OC106'],
      pair: ['OC106', 'OC106'],
      scarce: true,
    },
    {
      id: INVOICE,
      moves: 'partner',
      challenges: false,
      plain: ['OC112'],
      pair: ['OC112', 'OC112'],
      calls: { book: ['POST /octo/orders/*'] },
    },
    {
      id: LISTED,
      moves: 'partner',
      gives: 'listed card',
      challenges: false,
      plain: ['OC910'],
      pair: ['OC910', 'OC910'],
      calls: { start: ['POST /octo/orders/*'] },
    },
    {
      id: TIKKIE,
      moves: 'provider',
      again: true,
      challenges: false,
      plain: ['OC114'],
      pair: ['OC114', 'OC114'],
      calls: { book: ['POST /octo/orders/*'] },
    },
  ],
  groups: ORDERS,
  returns: {
    viva: (params) => `viva:${fixedReturn.parse(params).query.find(([name]) => name === 's')?.[1]}`,
  },
  choose: (supplier, events) =>
    requestOf(
      supplier,
      events.map((product, day) => ({ product, day })),
    ),
  plain: ['OC101'],
  pair: ['OC101', 'OC102'],
  details: CUSTOMER,
  calls: {
    hold: ['POST /octo/bookings', 'GET /octo/orders/*'],
    start: ['PATCH /octo/bookings/*', 'GET /octo/orders/*'],
    advance: ['POST /octo/orders/*'],
    check: ['GET /octo/orders/*'],
    release: ['POST /octo/orders/*'],
    cancel: ['POST /octo/bookings/*', 'GET /octo/orders/*'],
  },
  strange: { status: 'MOON_PHASE' },
  behaviours,
};

/**
 * OCTO without `octo/cart`: one booking at a time, which is extended, confirmed and let go by itself. Every gateway again; of
 * the calls those that have another address then.
 */
export const singleOctoUnderTest: SupplierUnderTest = {
  ...octoUnderTest,
  setUp: 'without carts',
  env: { ...octoUnderTest.env, OCTO_KEY: OCTO_KEYS.bookings },
  options: octoUnderTest.options.filter(({ id }) => id !== TIKKIE && id !== LISTED).map(single),
  pair: octoUnderTest.plain,
  calls: {
    advance: ['POST /octo/bookings/*'],
    check: ['GET /octo/bookings/*'],
  },
  behaviours: behaviours.filter(({ events }) => events.length === 1),
};

/** OCTO for a partner who is certified for card details: their server sends them with the wish to pay, once, and nothing keeps them. */
export const certifiedOctoUnderTest: SupplierUnderTest = {
  ...octoUnderTest,
  setUp: 'certified',
  env: { OCTO_RAW_CARDS: CERTIFIED, OCTO_KEY: OCTO_KEYS.certified },
  options: [
    {
      id: 'octo.adyen-card',
      moves: 'partner',
      gives: 'card details',
      challenges: false,
      plain: ['OC105'],
      pair: ['OC103', 'OC105'],
      calls: { start: ['POST /octo/orders/*'] },
    },
  ],
  behaviours: [],
};

function single({ calls, plain, ...option }: OptionUnderTest): OptionUnderTest {
  const own = Object.entries(calls ?? {}).map(([verb, paths]) => [
    verb,
    paths.map((path) => path.replace('/orders/', '/bookings/')),
  ]);
  return { ...option, plain, pair: plain, calls: Object.fromEntries(own) };
}
