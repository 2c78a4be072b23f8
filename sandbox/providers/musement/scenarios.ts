import type { Scenario } from '../../core/provider';
import { findActivity } from './catalogue';

/** Plain test cards of both gateways: unless a scenario says so, the payment is never the trouble. */
const STRIPE = { number: '4242424242424242', expiry: '12/34', cvc: '123' };
const ADYEN = { number: '4111111111111111', expiry: '03/30', cvc: '737' };

function one(
  id: string,
  number: string,
  expect: string,
  how = 'Buy this activity and pay with the card.',
  card: Scenario['card'] | null = STRIPE,
): Scenario {
  const activity = findActivity(number);
  return {
    id: `musement.${id}`,
    provider: 'musement',
    title: activity?.title ?? number,
    how,
    expect,
    event: activity?.uuid ?? number,
    ...(card && { card }),
  };
}

const ASKED = 'Pay with this card and answer with the word password.';
const BACK = 'The order is KO, then REFUND_STARTED and REFUNDED; the charge is given back.';

/** Everything that can be met by choosing an activity or a card, as data for the QA page, the tests and the documents. */
export const SCENARIOS: readonly Scenario[] = [
  one('stripe.booked', '0101', 'Confirmed within two seconds, a voucher for all; one charge.'),
  one(
    'stripe.declined',
    '0101',
    '422 and the order stays unpaid; another card may pay it.',
    'Pay with this card.',
    {
      ...STRIPE,
      number: '4000000000000002',
    },
  ),
  one(
    'stripe.challenge',
    '0101',
    'The bank asks within the page, and the intent is sent to complete; one charge.',
    'Pay with this card and press Complete.',
    { ...STRIPE, number: '4000002500003155' },
  ),
  one(
    'stripe.challenge-declined',
    '0101',
    'The bank asks, and then it declines: completing answers 422.',
    'Pay with this card and press Complete.',
    { ...STRIPE, number: '4000008400001629' },
  ),
  one('adyen.booked', '0105', 'Confirmed within two seconds; one charge at Adyen.', undefined, ADYEN),
  one(
    'adyen.declined',
    '0105',
    '422 and the order stays unpaid; another card may pay it.',
    'Pay with NOT_ENOUGH_BALANCE as the name on the card, or any other date than 03/30.',
    { ...ADYEN, expiry: '04/30' },
  ),
  one('adyen.redirect', '0105', 'A link to the bank’s page and back through Musement; one charge.', ASKED, {
    ...ADYEN,
    number: '4212345678901237',
  }),
  one('adyen.form', '0105', 'A form to the bank’s page, its fields an object; one charge.', ASKED, {
    ...ADYEN,
    number: '5212345678901234',
  }),
  one('adyen.form-list', '0914', 'A form to the bank’s page, its fields a list; one charge.', ASKED, {
    ...ADYEN,
    number: '5212345678901234',
  }),
  one('adyen.302', '0913', 'The call itself answers 302 with the bank’s page; one charge.', ASKED, {
    ...ADYEN,
    number: '4212345678901237',
  }),
  one(
    'asked-twice',
    '0912',
    'Completing answers another question; after that one the order is paid, once.',
    'Pay with this card and press Complete, twice.',
    { ...STRIPE, number: '4000002500003155' },
  ),
  one(
    'sent-twice',
    '0917',
    'Completing answers another link; after that one the order is paid, once.',
    ASKED,
    {
      ...ADYEN,
      number: '4212345678901237',
    },
  ),
  one(
    'gateway-switched',
    '0910',
    'Stripe’s token is refused with 422; then Adyen’s fields are offered and pay.',
  ),
  one(
    'gateway-answers-other',
    '0911',
    'Adyen’s token is answered with gateway STRIPE and its script; then Stripe’s fields are offered and pay.',
    undefined,
    ADYEN,
  ),
  one('groups', '0102', 'Two kinds of visit with prices of their own, both reduced; a language is chosen.'),
  one('participants', '0104', 'Each participant and a hotel are asked for; confirmed at once.'),
  one('dollars', '0107', 'Sold in euros by a supplier who reckons in dollars.', undefined, ADYEN),
  one('yen', '0109', 'Sold in euros by a supplier who reckons in yen.', undefined, ADYEN),
  one('free', '0106', 'Nothing is due: confirmed by the no-payment flow, no card.', 'Book it.', null),
  one(
    'free-by-code',
    '0101',
    'Nothing is due with the code GRATIS.',
    'Book it with the promo code GRATIS.',
    null,
  ),
  one('on-request', '0103', 'PENDING for twenty seconds, then OK with a voucher.'),
  one('on-request-by-hand', '0903', 'PENDING until the action confirm or reject, a day at most.'),
  one('on-request-silence', '0904', `PENDING for two days. ${BACK}`),
  one('on-request-refused', '0905', `PENDING for eight seconds. ${BACK}`, undefined, ADYEN),
  one('refused', '0901', BACK),
  one('refused-money-stays', '0902', 'KO, and the charge stays until the action refund-item.'),
  one('given-up', '0906', 'OK, and ten seconds later REFUND_STARTED and REFUNDED with a reason.'),
  one('cancellation-error', '0907', 'Cancelled by an operator it reads CANCELLATION_ERROR, then OK again.'),
  one(
    'half-comes-back',
    '0918',
    'Cancelled by an operator less than sixty days before it begins, half of the price is given back.',
  ),
  one('not-cancellable', '0108', 'Cancelling is refused with 409.'),
  one('voucher-late', '0909', 'OK at once; the voucher follows twenty seconds later.'),
  one('dearer', '0915', 'Twelve percent more in the cart; nobody is charged that unasked.'),
  one('gone', '0916', 'PREBOOK_KO in the cart: it cannot be ordered.', 'Put it into a basket.', null),
];
