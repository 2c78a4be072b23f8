import { needSecret } from '../caller';
import { read } from '../params';
import { tokenView } from '../receipts';
import type { Handler } from '../respond';
import { createMethod, createToken, findMethod, spendToken, storeCard } from '../vault';
import { methodView } from '../views';
import { refuseDigits } from './access';

export const createPaymentMethod: Handler = ({ sim, caller, form }) => {
  const params = read('createMethod', form);
  const { card, billing_details: billing, metadata } = params;
  if ('token' in card) {
    const token = spendToken(sim, caller.account, card.token, 'card[token]');
    return methodView(createMethod(sim, caller.account, token.card, billing ?? token.billing, metadata));
  }
  refuseDigits(caller);
  return methodView(createMethod(sim, caller.account, storeCard(sim, card), billing ?? {}, metadata));
};

export const retrievePaymentMethod: Handler = ({ sim, caller, id }) => {
  needSecret(caller);
  return methodView(findMethod(sim, caller.account, id));
};

export const createCardToken: Handler = ({ sim, caller, form }) => {
  refuseDigits(caller);
  const { card } = read('createToken', form);
  const address = {
    ...(card.address_zip ? { postal_code: card.address_zip } : {}),
    ...(card.address_country ? { country: card.address_country } : {}),
  };
  const billing = { address, ...(card.name ? { name: card.name } : {}) };
  return tokenView(createToken(sim, caller.account, storeCard(sim, card), billing));
};

export const retrieveToken: Handler = ({ sim, caller, id }) => {
  needSecret(caller);
  return tokenView(sim.state.tokens.need(id, caller.account, 'token'));
};
