import { z } from 'zod';
import { type Gateway, type Outcome, refused } from '../types';
import { type AdyenWorld, adyenDesk } from './adyen';
import { payAlone } from './alone';
import { AdyenProblem } from './api';
import { isFree } from './attempts';
import type { Notice } from './notice';
import { receive } from './receive';
import { bySession, present, reverse } from './sessions';

const part = z
  .looseObject({
    sessionId: z.string().nullish(),
    sessionResult: z.string().nullish(),
    paymentMethod: z.record(z.string(), z.unknown()).nullish(),
  })
  .nullish();

/** Adyen, which also hears of payments by notification. */
export interface AdyenGateway extends Gateway {
  receive(notice: Notice): Promise<void>;
}

/**
 * The supplier's merchant account at Adyen, which captures with the authorisation. Money that nobody can use any more
 * goes back as soon as it is heard of.
 */
export function adyenGateway(world: AdyenWorld): AdyenGateway {
  const adyen = adyenDesk(world);
  return {
    id: 'adyen',
    present: (order, due) => present(adyen, order, due),
    authorise: (order, due, sent) =>
      attempted(async () => {
        const read = part.safeParse(sent.adyen);
        if (!read.success || !read.data) return refused('cardPayment.adyen is required.');
        const { sessionId, sessionResult, paymentMethod } = read.data;
        if (sessionId) return bySession(adyen, order, due, sessionId, sessionResult);
        if (!paymentMethod) return refused('cardPayment.adyen must name the sessionId.');
        if (!order.connection.rawCards) return refused('Card details need a certified connection.');
        return payAlone(adyen, order, due, { paymentMethod });
      }),
    again: (order, due, card) =>
      attempted(async () => {
        const id = adyen.states.of(order).stored.get(card.id);
        if (!id) return refused('The card cannot be used again.');
        const paymentMethod = { type: 'scheme', storedPaymentMethodId: id };
        return payAlone(adyen, order, due, { paymentMethod, shopperInteraction: 'ContAuth' });
      }),
    refund: async (order, payment, amount) => {
      const value = { value: amount, currency: order.currency ?? 'EUR' };
      await adyen.api.refund(payment.reference, value, `refund-${payment.id}-${payment.refunded}`);
    },
    close: async (order) => {
      for (const attempt of adyen.states.of(order).attempts)
        if (isFree(order, attempt)) await reverse(adyen, attempt);
    },
    receive: (notice) => receive(adyen, notice),
    reset: () => adyen.states.clear(),
  };
}

/** Adyen's no to a call is a result for the guest; an Adyen that cannot be reached is a fault. */
async function attempted(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AdyenProblem) return refused(error.message);
    throw error;
  }
}
