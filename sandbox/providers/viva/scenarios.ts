import type { Scenario } from '../../core/provider';

const EXPIRY = '12/34';

const scenario = (
  id: string,
  title: string,
  how: string,
  expect: string,
  card?: { number: string; cvc?: string },
): Scenario => ({
  id: `viva.${id}`,
  provider: 'viva',
  title,
  how,
  expect,
  ...(card && { card: { number: card.number, expiry: EXPIRY, cvc: card.cvc ?? '123' } }),
});

const PAYS = 'Back in the shop with t and s; the order is confirmed and one charge is captured.';

/** How to meet each outcome. Which cards pay is Viva's own list; the rest is this sandbox's. */
export const scenarios: readonly Scenario[] = [
  scenario('card.ok', 'Visa that pays', 'Pay with this card.', PAYS, { number: '4147463011110133' }),
  scenario('card.amex', 'American Express that pays', 'Pay with this card.', PAYS, {
    number: '376206000000009',
    cvc: '1234',
  }),
  scenario(
    'card.declined',
    'Refused, insufficient funds',
    'Pay with this card, then go back or take another.',
    'Viva says so and lets another card pay; whoever goes back returns with eventId 10051 and without t.',
    { number: '4147463011110141' },
  ),
  scenario(
    'card.refused',
    'Refused without a reason',
    'Pay with this card.',
    'Viva says so and lets another card pay; nothing is charged.',
    { number: '5239290700000119' },
  ),
  scenario(
    'card.3ds',
    'The bank asks',
    'Pay with this card and answer the bank’s question with the word password.',
    'Right: paid. Wrong: eventId 2062. Cancelled: eventId 2061. Nothing is charged then, and another try is possible.',
    { number: '5239290700000101' },
  ),
  scenario('button.pay', 'Paid without typing', 'Press “Pay with a test card”.', PAYS),
  scenario(
    'button.decline',
    'Refused without typing',
    'Press “Let it be refused, and go back”.',
    'Back in the shop without t; it did not work, nothing is charged, and the hold is kept.',
  ),
  scenario(
    'cancel',
    'The customer goes back',
    'Press “Back to the shop”.',
    'Back in the shop with s alone; nothing is charged, and the hold is kept.',
  ),
  scenario(
    'leave.paid',
    'Paid, and the page is closed',
    'Press “Pay, and do not come back”.',
    'The supplier hears of it from Viva: PENDING, and CONFIRMED half an hour later, whoever looks.',
  ),
  scenario(
    'leave.bank',
    'Left at the bank',
    'Pay with this card and close the page at the bank’s question.',
    'Nothing is charged; the hold runs out.',
    { number: '5239290700000101' },
  ),
  scenario(
    'codes.text',
    'Order codes as text',
    'Order the action viva-codes with the id text at the provider octo, then pay.',
    'The code is a string in cardPayment and is echoed as one.',
  ),
  scenario(
    'parameters',
    'Parameters of other names',
    'Order the action parameters with the id of the source and {"t": "transaction", "s": "order"}.',
    'The return is understood where the shop is told the names.',
  ),
];
