import { z } from 'zod';
import { ADYEN_API_KEY, ADYEN_MERCHANT } from '../../../../core/secrets';

const session = z.looseObject({ id: z.string(), sessionData: z.string(), expiresAt: z.string() });
const sessionResult = z.looseObject({
  status: z.string(),
  payments: z.array(z.looseObject({ pspReference: z.string(), resultCode: z.string() })).optional(),
});
const payment = z.looseObject({
  pspReference: z.string(),
  resultCode: z.string(),
  refusalReason: z.string().optional(),
  additionalData: z.record(z.string(), z.unknown()).optional(),
});
const problem = z.looseObject({ message: z.string() });

/** Adyen's own "no" to a call, in its words; a decline of a card is none. */
export class AdyenProblem extends Error {}

/** The calls that the supplier makes at Adyen's Checkout API. Amounts are minor units. */
export function adyenApi(origin: () => string) {
  const call = async <T>(
    schema: z.ZodType<T>,
    method: 'GET' | 'POST',
    path: string,
    body?: Record<string, unknown>,
    key?: string,
  ): Promise<T> => {
    const answer = await fetch(`${origin()}/v71${path}`, {
      method,
      headers: {
        'x-api-key': ADYEN_API_KEY,
        'content-type': 'application/json',
        ...(key && { 'idempotency-key': key }),
      },
      body: body && JSON.stringify({ merchantAccount: ADYEN_MERCHANT, ...body }),
      signal: AbortSignal.timeout(10_000),
    });
    if (answer.ok) return schema.parse(await answer.json());
    if (answer.status >= 500) throw new Error(`Adyen answered ${answer.status} to ${method} ${path}.`);
    throw new AdyenProblem(problem.parse(await answer.json()).message);
  };
  return {
    createSession: (fields: Record<string, unknown>) => call(session, 'POST', '/sessions', fields),
    /** How a session stood when its browser was told `result`. */
    sessionResult: (id: string, result: string) =>
      call(sessionResult, 'GET', `/sessions/${id}?sessionResult=${encodeURIComponent(result)}`),
    /** `key` makes it happen once however often it is asked for. */
    pay: (fields: Record<string, unknown>, key: string) => call(payment, 'POST', '/payments', fields, key),
    refund: async (psp: string, amount: { value: number; currency: string }, key: string) => {
      await call(z.unknown(), 'POST', `/payments/${psp}/refunds`, { amount }, key);
    },
    /** Lets it go, or gives it back where it was captured. */
    reverse: async (psp: string) => {
      await call(z.unknown(), 'POST', `/payments/${psp}/reversals`, {}, `reverse-${psp}`);
    },
  };
}
