import type { Scenario } from '../../core/provider';
import { findProduct } from './catalogue';

/** Plain test cards of each provider: unless a scenario says so, the payment is never the trouble. */
const CARD = { number: '4242424242424242', expiry: '12/34', cvc: '123' };
const ADYEN = { number: '4111111111111111', expiry: '03/30', cvc: '737' };
const VIVA = { number: '4147463011110133', expiry: '12/34', cvc: '123' };
const SPREEDLY = { number: '4111111111111111', expiry: '12/34', cvc: '123' };

function one(
  id: string,
  event: string,
  expect: string,
  how = 'Buy this product and pay with the card.',
  card: Scenario['card'] | null = CARD,
): Scenario {
  const title = findProduct(event)?.title ?? event;
  return { id: `octo.${id}`, provider: 'octo', title, how, expect, event, ...(card && { card }) };
}

/** Everything that can be met by choosing a product, as data for the QA page, the tests and the documentation. */
export const SCENARIOS: readonly Scenario[] = [
  one(
    'stripe.booked',
    'OC101',
    'Confirmed at once, a QR code for each ticket and a PDF for all; one charge.',
  ),
  one(
    'stripe.declined',
    'OC101',
    'BAD_REQUEST with the bank’s words; the hold stays and another card may pay.',
    'Pay with this card.',
    { ...CARD, number: '4000000000000002' },
  ),
  one('stripe.yen', 'OC107', 'Confirmed; a charge in yen, which have no decimals.'),
  one(
    'adyen.slot',
    'OC103',
    'Paid in Adyen’s Drop-in; wallet links for each ticket.',
    'Choose a slot and pay with this card.',
    ADYEN,
  ),
  one(
    'adyen.declined',
    'OC105',
    'The Drop-in says so, BAD_REQUEST with the bank’s words, a new session; nothing is charged.',
    'Pay with NOT_ENOUGH_BALANCE as the name on the card.',
    ADYEN,
  ),
  one(
    'adyen.challenge',
    'OC105',
    'The bank asks within the page; confirmed after the right word, refused after any other.',
    'Pay with this card and answer with the word password.',
    { ...ADYEN, number: '4212345678910006' },
  ),
  one(
    'adyen.redirect',
    'OC105',
    'Leads to the bank’s page and back; confirmed after the right word.',
    'Pay with this card and answer with the word password.',
    { ...ADYEN, number: '4212345678901237' },
  ),
  one(
    'adyen.pending',
    'OC105',
    'PAYMENT_PENDING while the acquirer thinks, five seconds; then confirmed, one charge.',
    'Pay with PENDING as the name on the card.',
    ADYEN,
  ),
  one(
    'adyen.open-date',
    'OC105',
    'No date is asked for; an Aztec code for each ticket.',
    'Pay with this card.',
    ADYEN,
  ),
  one(
    'viva.sail',
    'OC104',
    'Leads to Viva’s checkout and back by the account’s address; the order code is above 2^53.',
    'Pay with this card, or press “Pay with a test card”.',
    VIVA,
  ),
  one(
    'viva.declined',
    'OC104',
    'Viva refuses; whoever goes back finds the hold as it was, and may pay again.',
    'Pay with this card and go back.',
    { ...VIVA, number: '4147463011110141' },
  ),
  one(
    'viva.challenge',
    'OC104',
    'The bank asks on its own page; confirmed after the right word.',
    'Pay with this card and answer with the word password.',
    { ...VIVA, number: '5239290700000101' },
  ),
  one(
    'viva.left',
    'OC104',
    'PENDING once Viva has told the supplier, CONFIRMED half an hour later, whether or not anybody looks.',
    'Press “Pay, and do not come back”.',
    null,
  ),
  one(
    'spreedly.charter',
    'OC106',
    'One price for the whole boat; authorised and captured with a token of Spreedly’s form.',
    'Pay with this card.',
    SPREEDLY,
  ),
  one(
    'spreedly.declined',
    'OC106',
    'The form takes the card, the confirmation is refused; nothing is charged, another card may pay.',
    'Pay with this card.',
    { ...SPREEDLY, number: '4012888888881881' },
  ),
  one(
    'spreedly.signed',
    'OC913',
    'The form takes the card with the signature of this look; each look has another.',
    'Pay with this card.',
    SPREEDLY,
  ),
  one(
    'external.ferry',
    'OC112',
    'Confirmed with a proof of payment; nothing is charged here.',
    'Book it.',
    null,
  ),
  one('external.euro', 'OC114', 'In euros: the shop may collect by payment request.', 'Book it.', null),
  one('external.dinar', 'OC108', 'Confirmed; an amount with three decimals.', 'Book it.', null),
  one('unknown-gateway', 'OC113', 'Its gateway is named and not offered.', 'Try to buy it.', null),
  one('free', 'OC110', 'cardPayment is null; confirmed with nothing to pay.', 'Book it.', null),
  one(
    'restrictions',
    'OC109',
    'Refused with the rule that is broken.',
    'Choose youths without an adult.',
    null,
  ),
  one('language', 'OC102', 'Two options, each with times of its own; two guests at least.'),
  one('ticket-late', 'OC111', 'Confirmed without a ticket; a PDF 15 seconds later.'),
  one('gone-at-hold', 'OC901', 'Nothing is held: UNPROCESSABLE_ENTITY.', 'Reserve it.', null),
  one('gone-at-confirm', 'OC902', 'UNPROCESSABLE_ENTITY after a good payment; the authorisation is let go.'),
  one('dearer', 'OC903', 'The hold costs twelve percent more; nobody is charged that unasked.'),
  one(
    'short-hold',
    'OC904',
    'Expires after a minute, extending is refused; confirming says INVALID_BOOKING_UUID.',
  ),
  one('payment-pending', 'OC905', 'PAYMENT_PENDING for six seconds, then confirmed.'),
  one('payment-pending-held', 'OC906', 'PAYMENT_PENDING until the action send-webhook, then confirmed.'),
  one('pending', 'OC907', 'PENDING for eight seconds, then CONFIRMED.'),
  one('rejected', 'OC908', 'PENDING for eight seconds, then REJECTED; the charge is refunded.'),
  one(
    'captured-at-once',
    'OC909',
    'The charge is captured before the confirmation; when the hold ends in between, money without tickets.',
  ),
  one('saved-card', 'OC910', 'The card that paid the deposit is listed and pays the rest by its id.'),
  one('ticket-later', 'OC911', 'Confirmed at once; the ticket follows twenty seconds later.'),
  one('ticket-never', 'OC912', 'Confirmed; no ticket before the action release-ticket.'),
];
