import { z } from 'zod';
import { Digits, parseJson } from '../../../../core/digits';
import { OCTO_VIVA } from '../../../../core/secrets';

/** An order code as it may be written; here it is text. */
export const orderCode = z
  .union([z.instanceof(Digits).transform(({ text }) => text), z.int().transform(String), z.string()])
  .pipe(z.string().regex(/^\d{16}$/));

const token = z.looseObject({ access_token: z.string(), expires_in: z.int() });
const made = z.looseObject({ orderCode });
const transaction = z.looseObject({
  orderCode,
  statusId: z.string(),
  /** Major units. */
  amount: z.number(),
});
const listed = z.looseObject({
  Transactions: z.array(z.looseObject({ TransactionId: z.string(), StatusId: z.string() })),
});
const problem = z.looseObject({ message: z.string() });

/** A transaction as Viva tells it; `amount` is minor units. */
export interface VivaTransaction {
  readonly orderCode: string;
  readonly statusId: string;
  readonly amount: number;
}

/** Viva's own "no" to a call. */
export class VivaRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The calls that the supplier makes at Viva. Amounts are minor units; all currencies there have two decimals. */
export function vivaApi(origin: () => string, now: () => number) {
  let access: { readonly token: string; readonly untilMs: number } | undefined;
  const basic = (user: string, password: string) =>
    `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

  const call = async <T>(
    schema: z.ZodType<T>,
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    authorization: string,
    body?: string | URLSearchParams,
  ): Promise<T> => {
    const answer = await fetch(`${origin()}${path}`, {
      method,
      headers: {
        authorization,
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      },
      body,
      signal: AbortSignal.timeout(10_000),
    });
    const text = await answer.text();
    if (answer.ok) return schema.parse(parseJson(text));
    if (answer.status >= 500) throw new Error(`Viva answered ${answer.status} to ${method} ${path}.`);
    throw new VivaRefusal(answer.status, problem.parse(parseJson(text)).message);
  };

  /** Runs a call with a token; one that Viva has forgotten is asked for anew, once. */
  const withToken = async <T>(work: (authorization: string) => Promise<T>): Promise<T> => {
    try {
      return await work(await bearer());
    } catch (error) {
      if (!(error instanceof VivaRefusal) || error.status !== 401) throw error;
      access = undefined;
      return work(await bearer());
    }
  };

  const bearer = async (): Promise<string> => {
    if (!access || access.untilMs <= now()) {
      const { clientId, clientSecret } = OCTO_VIVA;
      const grant = new URLSearchParams({ grant_type: 'client_credentials' });
      const given = await call(token, 'POST', '/connect/token', basic(clientId, clientSecret), grant);
      // A minute early, so that it does not end on its way.
      access = { token: given.access_token, untilMs: now() + (given.expires_in - 60) * 1000 };
    }
    return `Bearer ${access.token}`;
  };
  const merchant = basic(OCTO_VIVA.merchantId, OCTO_VIVA.apiKey);

  return {
    createOrder: async (fields: Record<string, unknown>): Promise<string> => {
      const body = JSON.stringify({ sourceCode: OCTO_VIVA.source, ...fields });
      const { orderCode: code } = await withToken((token) =>
        call(made, 'POST', '/checkout/v2/orders', token, body),
      );
      return code;
    },
    /** Undefined for one that Viva does not know. */
    transaction: async (id: string): Promise<VivaTransaction | undefined> => {
      try {
        const path = `/checkout/v2/transactions/${encodeURIComponent(id)}`;
        const { amount, ...rest } = await withToken((token) => call(transaction, 'GET', path, token));
        return { ...rest, amount: Math.round(amount * 100) };
      } catch (error) {
        if (error instanceof VivaRefusal && error.status === 404) return undefined;
        throw error;
      }
    },
    /** The transaction that paid an order and was not given back. */
    paidBy: async (code: string): Promise<string | undefined> => {
      const { Transactions: all } = await call(
        listed,
        'GET',
        `/api/transactions?ordercode=${code}`,
        merchant,
      );
      return all.find(({ StatusId }) => StatusId === 'F')?.TransactionId;
    },
    /** Lets nobody pay an order any more; false when somebody has. */
    cancelOrder: async (code: string): Promise<boolean> => {
      try {
        await call(z.unknown(), 'DELETE', `/api/orders/${code}`, merchant);
        return true;
      } catch (error) {
        if (error instanceof VivaRefusal && error.status === 409) return false;
        throw error;
      }
    },
    refund: async (id: string, amount: number): Promise<void> => {
      await call(z.unknown(), 'DELETE', `/api/transactions/${id}?amount=${amount}`, merchant);
    },
    reset: () => {
      access = undefined;
    },
  };
}
