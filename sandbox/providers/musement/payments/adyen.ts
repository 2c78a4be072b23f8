import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { MUSEMENT_ADYEN } from '../../../core/secrets';
import type { Sum } from './stripe';
import { known, type Outcome, type Question } from './types';

const action = z.looseObject({
  url: z.string(),
  method: z.string().default('GET'),
  data: z.record(z.string(), z.string()).optional(),
});
const payment = z.looseObject({
  pspReference: z.string(),
  resultCode: z.string(),
  refusalReason: z.string().nullish(),
  action: action.optional(),
});
const problem = z.looseObject({ message: z.string() });

/** A bank that wants to ask on its own page, and comes back with a result. */
export interface AdyenQuestion extends Question {
  readonly kind: 'question';
  readonly psp: string;
}

/** What Musement does at Adyen. Its account captures with the authorisation. */
export interface AdyenDesk {
  /** Charges what the page's fields encrypted; the bank sends customers back to `returnUrl`. */
  start(
    sum: Sum,
    paymentMethod: Record<string, unknown>,
    returnUrl: string,
  ): Promise<Outcome | AdyenQuestion>;
  /** What came of it, by what the bank's page brought back. */
  complete(result: string): Promise<Outcome>;
  refund(psp: string, amount: number, currency: string, key: string): Promise<void>;
}

/** Speaks to Adyen's Checkout API over HTTP. `origin` is asked for late: Adyen may start after us. */
export function adyenDesk(origin: () => string): AdyenDesk {
  const call = async (
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    key?: string,
  ): Promise<unknown> => {
    const answer = await fetch(`${origin()}${path}`, {
      method,
      headers: {
        'x-api-key': MUSEMENT_ADYEN.apiKey,
        'content-type': 'application/json',
        ...(key && { 'idempotency-key': key }),
      },
      body: body && JSON.stringify({ merchantAccount: MUSEMENT_ADYEN.merchant, ...body }),
      signal: AbortSignal.timeout(10_000),
    });
    const told: unknown = await answer.json();
    if (answer.ok) return told;
    if (answer.status >= 500) throw new Error(`Adyen answered ${answer.status} to ${method} ${path}.`);
    throw new AdyenProblem(problem.parse(told).message);
  };

  const judge = async (told: z.infer<typeof payment>): Promise<Outcome> => {
    const { pspReference } = told;
    const last = await known(async () => {
      const now =
        told.resultCode === 'Received'
          ? payment.parse(await call('GET', `/back-office/payments/${pspReference}`))
          : told;
      return now.resultCode === 'Received' ? undefined : now;
    });
    if (!last) return { kind: 'broken', message: 'The payment is still being processed.' };
    if (last.resultCode === 'Authorised') return { kind: 'paid', reference: pspReference };
    const message = last.refusalReason ?? last.resultCode;
    return { kind: last.resultCode === 'Error' ? 'broken' : 'refused', message };
  };

  return {
    start: (sum, paymentMethod, returnUrl) =>
      orRefused(async () => {
        const told = payment.parse(
          await call(
            'POST',
            '/v71/payments',
            {
              amount: { value: sum.amount, currency: sum.currency },
              reference: sum.group,
              merchantOrderReference: sum.order,
              paymentMethod,
              returnUrl,
              channel: 'Web',
              shopperInteraction: 'Ecommerce',
            },
            randomUUID(),
          ),
        );
        if (!told.action) return judge(told);
        const { url, method, data } = told.action;
        return {
          kind: 'question',
          psp: told.pspReference,
          url,
          fields: method === 'POST' ? (data ?? {}) : null,
        };
      }),
    complete: (result) =>
      orRefused(async () =>
        judge(
          payment.parse(await call('POST', '/v71/payments/details', { details: { redirectResult: result } })),
        ),
      ),
    refund: async (psp, amount, currency, key) => {
      await call('POST', `/v71/payments/${psp}/refunds`, { amount: { value: amount, currency } }, key);
    },
  };
}

/** Adyen's own "no" to a call, in its words; a decline of a card is none. */
class AdyenProblem extends Error {}

async function orRefused<T>(work: () => Promise<T>): Promise<T | Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AdyenProblem) return { kind: 'refused', message: error.message };
    throw error;
  }
}
