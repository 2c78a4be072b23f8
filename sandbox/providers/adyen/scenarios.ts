import type { Scenario } from '../../core/provider';

const NO_CHARGE = 'The customer reads that it did not work and may use another card; nothing is charged.';

const scenario = (
  id: string,
  title: string,
  number: string,
  how: string,
  expect: string,
  code = '737',
): Scenario => ({
  id: `adyen.${id}`,
  provider: 'adyen',
  title,
  how,
  expect,
  card: { number, expiry: '03/30', cvc: code },
});

const PAYS = 'Paid at once; one charge is captured for the total.';
const PASSWORD = 'Pay with this card and answer the bank’s question with the word password.';

/** How to meet each outcome. Cards, date, code and names are Adyen's; any other date or code is refused, as there. */
export const scenarios: readonly Scenario[] = [
  scenario('card.ok', 'Visa that pays', '4111111111111111', 'Pay with this card.', PAYS),
  scenario('card.mastercard', 'Mastercard that pays', '5555444433331111', 'Pay with this card.', PAYS),
  scenario('card.amex', 'American Express that pays', '370000000000002', 'Pay with this card.', PAYS, '7373'),
  scenario('card.maestro', 'Maestro that pays', '6731012345678906', 'Pay with this card.', PAYS),
  scenario(
    'card.declined',
    'Refused without a reason',
    '4111111111111111',
    'Pay with DECLINED as the name on the card.',
    NO_CHARGE,
  ),
  scenario(
    'card.insufficient-funds',
    'Refused, not enough balance',
    '4111111111111111',
    'Pay with NOT_ENOUGH_BALANCE as the name on the card.',
    NO_CHARGE,
  ),
  scenario(
    'card.blocked',
    'Refused, blocked card',
    '4111111111111111',
    'Pay with BLOCK_CARD as the name on the card.',
    `${NO_CHARGE} The page must not tell anybody why.`,
  ),
  scenario(
    'card.wrong-code',
    'Refused, wrong security code',
    '4111111111111111',
    'Pay with this card and a security code other than 737.',
    NO_CHARGE,
    '000',
  ),
  scenario(
    'card.error',
    'The acquirer stumbles',
    '4111111111111111',
    'Pay with ERROR as the name on the card.',
    NO_CHARGE,
  ),
  scenario(
    'card.pending',
    'Answers after 5 seconds, then pays (the delay is this sandbox’s own)',
    '4111111111111111',
    'Pay with PENDING as the name on the card. The control port’s action settle ends the wait either way.',
    'The page waits and neither asks to pay again nor says failed; then one captured charge.',
  ),
  scenario(
    'card.3ds-frictionless',
    '3D Secure without a question',
    '5201281505129736',
    'Pay with this card.',
    PAYS,
  ),
  scenario(
    'card.3ds-challenge',
    '3D Secure, a question within the page',
    '4212345678910006',
    `${PASSWORD} Any other word fails.`,
    'Right: one captured charge. Wrong or cancelled: nothing is charged, and the customer may try again.',
  ),
  scenario(
    'card.3ds-full',
    '3D Secure, a look at the browser and then a question',
    '4917610000000000',
    `${PASSWORD} Any other word fails.`,
    'Right: one captured charge. Wrong or cancelled: nothing is charged, and the customer may try again.',
  ),
  scenario(
    'card.3ds-redirect',
    '3D Secure on the bank’s own page (that this card leads there is this sandbox’s choice)',
    '4212345678901237',
    `${PASSWORD} Any other word fails; Cancel leads back too.`,
    'The customer comes back to the shop by itself and reads the outcome; right: one captured charge.',
  ),
  scenario(
    'card.3ds-declined',
    '3D Secure, then refused',
    '4212345678910006',
    `Pay with NOT_ENOUGH_BALANCE as the name on the card. ${PASSWORD}`,
    NO_CHARGE,
  ),
  scenario(
    'session.refused',
    'Refused until the session ends',
    '4111111111111111',
    'Pay five times with DECLINED as the name on the card.',
    'Each try has a session of its own. After the fifth the shop lets the tickets go, as with anybody who tries cards out; nothing is charged.',
  ),
];
