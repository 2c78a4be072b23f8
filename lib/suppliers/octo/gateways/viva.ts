import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';
import type { OctoConfig } from '../config';
import { parameter, valuesOf } from './returned';
import type { Way } from './types';

const known = z.object({ vivawallet: z.object({ orderCode: z.string() }) });

/** Under this name of a fixed return Viva's success and failure addresses lead back: `/return/viva`. */
export const RETURN = 'viva';

/**
 * Viva's Smart Checkout: the customer goes to Viva's page with the order code and comes back to an address that is the same
 * for all orders. The supplier asks Viva itself before it books. The code goes through untouched, digit for digit, and back
 * in the kind in which it came.
 */
export const viva: Way = {
  option: { id: 'octo.viva', label: 'viva', collects: 'supplier', method: 'redirect' },
  gateway: 'viva',
  hand: ({ config: { viva: settings } }, { locale }, _checkout, { gateway }) => {
    const code = gateway.id === 'viva' ? gateway.order : null;
    if (!code) return null;
    const language = settings.language ?? (/^[a-z]{2}-[A-Z]{2}$/.test(locale) ? locale : null);
    const fields: readonly (readonly [string, string | null])[] = [
      ['ref', code.digits],
      ['lang', language],
      ['color', settings.color],
      ['paymentMethod', settings.method],
    ];
    return {
      step: {
        kind: 'redirect',
        url: `${settings.url}/web2`,
        httpMethod: 'GET',
        fields: fields.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
        returnKeys: [keyOf(code.digits)],
      },
      payment: { gateway: 'vivawallet', vivawallet: { orderCode: code.digits }, bare: code.bare },
    };
  },
  read: ({ config }, payment, input) => {
    const code = known.safeParse(payment).data?.vivawallet.orderCode;
    const { orderParameter, transactionParameter } = config.viva;
    if (input.kind !== 'return' || parameter(input.data, orderParameter) !== code || !code)
      return { kind: 'nothing' };
    // Two transactions are nobody's no: somebody may have paid with one of them, and only a look tells.
    if (valuesOf(input.data, transactionParameter).size > 1) return { kind: 'nothing' };
    const transactionId = parameter(input.data, transactionParameter);
    // 10051 is the bank's word for too little money; without a transaction nothing was paid.
    const poor = parameter(input.data, 'eventId') === '10051';
    if (!transactionId) return { kind: 'again', code: poor ? 'insufficient_funds' : 'payment_cancelled' };
    const vivawallet = { orderCode: code, transactionId: transactionId.slice(0, 100) };
    return { kind: 'confirm', payment: { ...payment, vivawallet } };
  },
};

/** Which payment a return to the fixed address is about; null where nothing in it says so. */
export function returnKey({ viva: { orderParameter } }: OctoConfig, params: Json): string | null {
  const code = parameter(params, orderParameter);
  return code && /^\d{1,32}$/.test(code) ? keyOf(code) : null;
}

function keyOf(code: string): string {
  return `${RETURN}:${code}`;
}
