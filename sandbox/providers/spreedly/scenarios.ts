import type { Scenario } from '../../core/provider';

const scenario = (
  id: string,
  title: string,
  number: string,
  expect: string,
  how = 'Pay with this card.',
  cvc = '123',
): Scenario => ({
  id: `spreedly.${id}`,
  provider: 'spreedly',
  title,
  how,
  expect,
  card: { number, expiry: '12/34', cvc },
});

const PAYS = 'Confirmed; one charge, authorised and captured with the token.';
const FAILS =
  'The form takes the card; the confirmation is refused, nothing is charged, and another card may pay.';

/** How to meet each outcome. The cards are those of Spreedly's test gateway. */
export const scenarios: readonly Scenario[] = [
  scenario('card.visa', 'Visa that pays', '4111111111111111', PAYS),
  scenario('card.mastercard', 'Mastercard that pays', '5555555555554444', PAYS),
  scenario('card.amex', 'American Express that pays', '378282246310005', PAYS, undefined, '1234'),
  scenario('card.declined', 'Visa that is refused', '4012888888881881', FAILS),
  scenario('card.mastercard-declined', 'Mastercard that is refused', '5105105105105100', FAILS),
  scenario(
    'form.mistake',
    'A number with a slip',
    '4111111111111112',
    'The form says so, and no token is made.',
    'Type this number.',
  ),
  scenario(
    'form.closed',
    'The form is closed',
    '4111111111111111',
    'Back on the shop’s page as before; nothing is charged.',
    'Open the form and close it, by its button or with Escape.',
  ),
  scenario(
    'form.refused',
    'The signature is not taken',
    '4111111111111111',
    'The form says that the card could not be kept; the next try has a new signature.',
    'Order the action refuse-signatures with the id octoSandboxSpreedlySigned, then pay for a product with a signed form.',
  ),
];
