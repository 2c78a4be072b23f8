import { luhn } from '../../core/luhn';
import { findAlias, findTestCard } from './cards';
import { invalid, missing, StripeRefusal } from './errors';
import { newId } from './ids';
import type { CardParams } from './params';
import type { Sim } from './sim';
import type { BillingDetails, PaymentMethod, StoredCard, Token } from './types';

const BRANDS: readonly [string, RegExp][] = [
  ['visa', /^4/],
  ['mastercard', /^(5[1-5]|2[2-7])/],
  ['amex', /^3[47]/],
  ['discover', /^6(011|5)/],
  ['diners', /^3[0689]/],
  ['jcb', /^35/],
  ['unionpay', /^62/],
];

function cardError(code: string, param: string, message: string): StripeRefusal {
  return new StripeRefusal(402, { type: 'card_error', code, param, message });
}

/** Checks what was typed the way Stripe does before it asks anybody, and answers what is kept of it. */
export function storeCard(sim: Sim, card: CardParams): StoredCard {
  const number = card.number.replace(/[\s-]/g, '');
  if (!/^\d{12,19}$/.test(number) || !luhn(number)) {
    throw cardError('incorrect_number', 'number', 'Your card number is incorrect.');
  }
  const now = new Date(sim.world.clock.now());
  const year = card.exp_year < 100 ? 2000 + card.exp_year : card.exp_year;
  if (card.exp_month < 1 || card.exp_month > 12) {
    throw cardError('invalid_expiry_month', 'exp_month', "Your card's expiration month is invalid.");
  }
  if (year < now.getUTCFullYear() || year > now.getUTCFullYear() + 50) {
    throw cardError('invalid_expiry_year', 'exp_year', "Your card's expiration year is invalid.");
  }
  if (year === now.getUTCFullYear() && card.exp_month < now.getUTCMonth() + 1) {
    throw cardError('invalid_expiry_month', 'exp_month', "Your card's expiration month is invalid.");
  }
  const brand = BRANDS.find(([, pattern]) => pattern.test(number))?.[0] ?? 'unknown';
  const length = brand === 'amex' ? /^\d{3,4}$/ : /^\d{3}$/;
  if (card.cvc !== undefined && !length.test(card.cvc)) {
    throw cardError('invalid_cvc', 'cvc', "Your card's security code is invalid.");
  }
  return {
    // A number that is no test card is not kept: somebody may have typed their own.
    number: findTestCard(number) ? number : '',
    brand,
    last4: number.slice(-4),
    expMonth: card.exp_month,
    expYear: year,
    country: 'US',
    funding: 'credit',
  };
}

/** The card behind `pm_card_visa`, `tok_visa` and their like. */
function aliasCard(sim: Sim, id: string): StoredCard | undefined {
  const card = findAlias(id);
  if (!card) return undefined;
  const expYear = new Date(sim.world.clock.now()).getUTCFullYear() + 4;
  return {
    number: card.number,
    brand: card.brand,
    last4: card.number.slice(-4),
    expMonth: 12,
    expYear,
    country: 'US',
    funding: 'credit',
  };
}

export function createToken(sim: Sim, account: string, card: StoredCard, billing: BillingDetails): Token {
  return sim.state.tokens.put({ id: newId('tok'), account, created: sim.now(), card, billing, used: false });
}

export function createMethod(
  sim: Sim,
  account: string,
  card: StoredCard,
  billing: BillingDetails,
  metadata: Record<string, string> = {},
  prefix: 'pm' | 'card' = 'pm',
): PaymentMethod {
  return sim.state.methods.put({
    id: newId(prefix),
    account,
    created: sim.now(),
    card,
    billing,
    customer: null,
    metadata,
    spent: false,
  });
}

/** Takes a token for good: the second use of one is refused. `tok_visa` and its like never wear out. */
export function spendToken(
  sim: Sim,
  account: string,
  id: string,
  param: string,
): Pick<Token, 'card' | 'billing'> {
  const card = aliasCard(sim, id);
  if (card) return { card, billing: {} };
  const token = sim.state.tokens.need(id, account, param);
  if (token.used) {
    throw invalid(`You cannot use a Stripe token more than once: ${id}.`, {
      code: 'token_already_used',
      param,
    });
  }
  token.used = true;
  return token;
}

/** A payment method by id; each `pm_card_…` makes a fresh one. */
export function findMethod(sim: Sim, account: string, id: string, param = 'payment_method'): PaymentMethod {
  const card = aliasCard(sim, id);
  if (card && id.startsWith('pm_')) return createMethod(sim, account, card, {});
  if (!id.startsWith('pm_') && !id.startsWith('tok_')) throw missing('PaymentMethod', id, param);
  return sim.state.methods.need(id, account, param);
}
