import { z } from 'zod';
import type { JsonObject } from '@/lib/checkout/json';
import { spreedlyExpressParams } from '@/lib/payments/spreedly-express/params';
import type { Way } from './types';

const given = z.object({ token: z.string().min(1) });

/**
 * The supplier's Spreedly environment: Express takes the card and answers a token, and the supplier authorises and captures
 * with it when it books. A signature is good for one card, so each try gets what the order says then.
 */
export const spreedly: Way = {
  option: { id: 'octo.spreedly', label: 'card', collects: 'supplier', method: 'spreedly-express' },
  gateway: 'spreedly',
  retries: true,
  hand: (_desk, _ctx, { totals }, { gateway }) => {
    const part = gateway.id === 'spreedly' ? gateway.spreedly : null;
    const [total] = totals;
    if (!part || !total) return null;
    const params: JsonObject = {
      env: part.env,
      ...(part.signed ? { signed: { ...part.signed } } : {}),
      amount: { amount: total.due, currency: total.currency, exponent: total.exponent },
    };
    if (!spreedlyExpressParams.safeParse(params).success) return null;
    return {
      step: { kind: 'pay', method: 'spreedly-express', params },
      payment: { gateway: 'spreedly' },
    };
  },
  read: (_desk, payment, input) => {
    const parsed = given.safeParse(input.data);
    if (!parsed.success) return { kind: 'nothing' };
    return { kind: 'confirm', payment: { ...payment, spreedly: { token: parsed.data.token } } };
  },
};
