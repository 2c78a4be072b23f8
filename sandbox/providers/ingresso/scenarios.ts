import type { Scenario } from '../../core/provider';
import { findEvent } from './catalogue';

/** Stripe's plain test card, for what happens after a good payment. */
const CARD = { number: '4242424242424242', expiry: '12/34', cvc: '123' };
const DECLINED = { number: '4000000000000002', expiry: '12/34', cvc: '123' };

type Mode = 'credit' | 'stripe' | 'redirect' | 'any';

const PAY: Readonly<Record<Mode, string>> = {
  credit: 'on credit',
  stripe: 'by card',
  redirect: 'on the payment page',
  any: 'in any way',
};

function one(
  mode: Mode,
  id: string,
  event: string,
  expect: string,
  how?: string,
  card: Scenario['card'] = mode === 'stripe' ? CARD : undefined,
): Scenario {
  const title = findEvent(event)?.title ?? event;
  return {
    id: mode === 'any' ? `ingresso.${id}` : `ingresso.${mode}.${id}`,
    provider: 'ingresso',
    title: title.replace(/^Scenario: (.)/, (_, first: string) => first.toUpperCase()),
    how: how ?? `Buy this event and pay ${PAY[mode]}.`,
    expect,
    ...(card ? { card } : {}),
    event,
  };
}

const YES = 'Buy this event and choose “Pay” on every page.';

/** Everything that can be met by event, seat, day, card or button, as data for the QA page, tests and documentation. */
export const SCENARIOS: readonly Scenario[] = [
  one(
    'credit',
    'booked',
    '6IF',
    'Purchased at once with a booking reference; no charge at any provider.',
    'Reserve 1 adult and 2 children in CIRCLE C, collected at the venue: 62.50.',
  ),
  one(
    'credit',
    'fail-part-one',
    '6IE',
    'Transaction failed, seats released, no charge.',
    'Choose delivery by post and write “fail part one” as the second line of the address.',
  ),
  one(
    'credit',
    'slow',
    'SC22',
    'The purchase takes two minutes and is booked once; status says attempting meanwhile.',
  ),
  one('credit', 'supplier-refuses', 'SC20', 'Transaction failed; nothing was charged.'),
  one('stripe', 'booked', '7AB', 'One charge authorised, captured after the booking; an eTicket to print.'),
  one(
    'stripe',
    'declined',
    '7AB',
    'Transaction failed, the seats are released, nothing is captured.',
    'Pay with this card.',
    DECLINED,
  ),
  one(
    'stripe',
    '3ds',
    '7AB',
    'Refused with failed_3d_secure: a token cannot answer the bank’s question.',
    'Pay with this card.',
    { ...CARD, number: '4000002500003155' },
  ),
  one(
    'stripe',
    '3ds-page',
    'SC15',
    'A callout to the bank’s page; Complete purchases and captures, Fail or Close captures nothing.',
    'Pay with this card and answer the bank.',
    { ...CARD, number: '4000002500003155' },
  ),
  one(
    'stripe',
    'token-lost',
    'SC16',
    'The card is asked for once more in the shop, for this bundle only, and callback.v1 gets its token.',
    'Pay with this card twice. With 6IF beside it, only SC16’s bundle is asked for again.',
  ),
  one(
    'stripe',
    'refused-and-refunded',
    'SC20',
    'Authorised, refused by the supplier, the authorisation let go.',
  ),
  one(
    'stripe',
    'two-bundles',
    '8ZA',
    'Two charges at two merchant accounts, one for each bundle.',
    'Buy it together with 6IF: two suppliers, two publishable keys, one token each.',
  ),
  one(
    'stripe',
    'partial',
    'SC21',
    'is_partial: one bundle booked and captured, the other refused and let go.',
    'Buy it together with 6IF.',
  ),
  one('stripe', 'euro', 'B11', 'One charge in euros at the euro account.'),
  one('redirect', 'booked', '6IF', 'One callout; success=yes purchases and captures.', YES),
  one(
    'redirect',
    'declined',
    '6IF',
    'success=no: transaction failed, seats released, nothing captured.',
    'Choose “Decline the payment”.',
  ),
  one('redirect', 'two-hops', 'SC01', 'Two callouts, a fresh token for each, then booked.', YES),
  one('redirect', 'three-hops', 'SC03', 'Callouts by GET, POST and GET, then booked.', YES),
  one(
    'redirect',
    'nine-hops',
    'SC09',
    'The shop stops following; nothing is captured until all nine are answered.',
    YES,
  ),
  one(
    'redirect',
    'post',
    'SC10',
    'The page is opened by a form; its parameters are never in an address.',
    YES,
  ),
  one('redirect', 'ordered', 'SC11', 'The page refuses parameters in any other order than 10, 2, b.', YES),
  one('redirect', 'foreign', 'SC12', 'The shop refuses to send anybody there; the callout times out.'),
  one(
    'redirect',
    'returns-by-post',
    'SC13',
    'Comes back by cross-site POST without the shop’s cookies, and is booked.',
    YES,
  ),
  one('redirect', 'verbatim', 'SC14', 'Booked only if every parameter reaches callback.v1 as it came.', YES),
  one(
    'redirect',
    'abandoned',
    '6IF',
    'attempting with a pending callout; the platform visits the return address after 20 minutes and gives up after 60.',
    'Close the payment page. The actions hit-return-url and timeout shorten the wait.',
  ),
  one(
    'redirect',
    'two-bundles',
    '8ZA',
    'A callout for each supplier’s bundle; refusing the second lets the first go.',
    'Buy it together with 6IF.',
  ),
  one(
    'any',
    'seats',
    '7AB',
    'Exactly these seats; C6 says that it is haunted and has a restricted view.',
    'Choose C6 and C5.',
  ),
  one(
    'any',
    'seat-fails',
    '7AB',
    'Nothing is reserved: “Seat H10 causes failure.”',
    'Choose seat H10 in CIRCLE B.',
  ),
  one(
    'any',
    'seats-changed',
    '7AB',
    'Other seats of the same row are held (got_none) and must be accepted.',
    'Choose D6 and D7.',
  ),
  one(
    'any',
    'one-seat-changed',
    'SC33',
    'One of the seats is another (got_partial) and must be accepted.',
    'Choose B5 and B6.',
  ),
  one(
    'any',
    'side-by-side',
    '7AA',
    'Seats apart, or a single seat left over, cannot be reserved.',
    'Choose A1 and A3, or A2 to A10.',
  ),
  one('any', 'tuesday', '6IE', 'A Tuesday cannot be reserved.', 'Choose a Tuesday.'),
  one(
    'any',
    'thursday',
    '6IE',
    'The second and third ticket have a restricted view.',
    'Choose three tickets on a Thursday.',
  ),
  one('any', 'saturday-night', '6IF', 'Nothing is left on Saturday nights.', 'Look at a Saturday, 7.30 PM.'),
  one('any', 'undated', '1D7B8', 'No date is asked for and none is shown.'),
  one('any', 'post-only', '9XY', 'No way to send tickets in the last week, later by post only.'),
  one('any', 'only-one', '6KF', 'One ticket an order.'),
  one('any', 'sold-out', 'SC30', 'Nothing is reserved, and the supplier says why.', 'Reserve it.'),
  one(
    'any',
    'dearer',
    'SC31',
    'Reserved for more than availability said; the customer is asked again.',
    'Reserve it.',
  ),
  one(
    'any',
    'short-hold',
    'SC32',
    'The hold ends after a minute; a purchase answers 410 and the status is released.',
    'Reserve it and wait.',
  ),
  one('any', 'supplier-down', 'SC34', 'Empty availability with backend_is_down.', 'Look at it.'),
  one('any', 'offer', '8QR', 'An offer of a third off, and one without booking fee.', 'Look at it.'),
  one('any', 'agent-reference', '8ZC', 'needs_agent_reference: the shop sends its own reference.'),
  one(
    'any',
    'cancel',
    'SC40',
    'A cancellation is tried and fails; bundles of ext_test0 are cancelled whole.',
    'Buy it and cancel it.',
  ),
];
