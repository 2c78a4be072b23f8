import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { OCTO_SPREEDLY } from '../../../../core/secrets';
import { type Card, live, type Order } from '../../order/model';
import { type Gateway, type Outcome, refused } from '../types';
import { type SpreedlyAnswer, spreedlyApi, type VaultCard } from './api';
import { Signer } from './signer';

const part = z.looseObject({ token: z.string().regex(/^[A-Za-z0-9]{20,40}$/) }).nullish();

/**
 * Spreedly's vault: the shop's page keeps a card there and brings its token, and the supplier authorises and captures
 * with it. Each token that a shop brings pays once; later payments on the order name the card instead.
 */
export function spreedlyGateway(world: { origin(): string; now(): number }): Gateway {
  const api = spreedlyApi(world.origin);
  const signer = new Signer((pem) => api.handIn(OCTO_SPREEDLY.signedEnvironment, pem), world.now);
  const spent = new Set<string>();
  /** Cards that may pay again: their token at Spreedly, by card id and order. */
  const kept = new Map<string, { readonly order: string; readonly token: string }>();

  const isSigned = (order: Order) => live(order).some(({ product }) => product.behaviour?.signedForm);
  const environmentOf = (order: Order) =>
    isSigned(order) ? OCTO_SPREEDLY.signedEnvironment : OCTO_SPREEDLY.environment;

  const keep = (order: Order, card: VaultCard | null): Card | null => {
    if (card?.storage_state !== 'retained') return null;
    const known = [...kept].find(([, one]) => one.token === card.token)?.[0];
    const id = known ?? `card_${randomBytes(9).toString('hex')}`;
    kept.set(id, { order: order.id, token: card.token });
    return {
      id,
      brand: card.card_type,
      bin: card.first_six_digits,
      last4: card.last_four_digits,
      expMonth: card.month,
      expYear: card.year,
    };
  };

  const charge = async (order: Order, due: number, token: string): Promise<Outcome> => {
    const environment = environmentOf(order);
    const answer: SpreedlyAnswer = await api.authorise(environment, {
      payment_method_token: token,
      amount: due,
      currency_code: order.currency ?? 'USD',
      order_id: order.group ?? order.id,
    });
    if (!answer.succeeded) return refused(answer.message);
    return {
      kind: 'authorised',
      byWebhook: false,
      take: async () => {
        await api.capture(environment, answer.token, due);
        return { reference: answer.token, amount: due, notes: null, card: keep(order, answer.card) };
      },
      letGo: () => api.void(environment, answer.token),
    };
  };

  return {
    id: 'spreedly',
    present: async (order, due) => ({
      env: environmentOf(order),
      ...(due > 0 && isSigned(order) ? await signer.sign() : {}),
    }),
    authorise: async (order, due, sent) => {
      const read = part.safeParse(sent.spreedly);
      if (!read.success || !read.data)
        return refused('cardPayment.spreedly must name the token of the card.');
      const { token } = read.data;
      if (spent.has(token)) return refused('The token was used before.');
      // Before the call: another order must not get in between.
      spent.add(token);
      let outcome: Outcome | undefined;
      try {
        outcome = await charge(order, due, token);
        return outcome;
      } finally {
        // A card that was refused may be tried again; one that paid is named by its id from now on.
        if (outcome?.kind !== 'authorised') spent.delete(token);
      }
    },
    again: async (order, due, card) => {
      const found = kept.get(card.id);
      return found?.order === order.id
        ? charge(order, due, found.token)
        : refused('The card cannot be used again.');
    },
    refund: (order, payment, amount) => api.credit(environmentOf(order), payment.reference, amount),
    // Nothing is ever open: what is authorised is taken or let go within the confirmation.
    close: async () => undefined,
    reset: () => {
      spent.clear();
      kept.clear();
      signer.reset();
    },
  };
}
