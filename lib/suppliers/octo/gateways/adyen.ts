import { z } from 'zod';
import type { Json, JsonObject } from '@/lib/checkout/json';
import { adyenDropinParams } from '@/lib/payments/adyen-dropin/params';
import { isLoopback } from '@/lib/platform/loopback';
import { parameter } from './returned';
import type { Evidence, Way } from './types';

/** What the method adyen-dropin gives back. */
const said = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('result'), sessionId: z.string(), sessionResult: z.string().optional() }),
  z.object({ outcome: z.enum(['cancelled', 'expired']), sessionId: z.string() }),
  z.object({ outcome: z.literal('error'), sessionId: z.string(), why: z.string() }),
]);

const known = z.object({ adyen: z.object({ sessionId: z.string() }) });

/**
 * The supplier's own Adyen account: it makes a session once it knows where the customer comes back to, the Drop-in pays it,
 * and the supplier books when it is told the session's id and has heard of it from Adyen. A session that was refused is
 * never used again.
 */
export const adyen: Way = {
  option: { id: 'octo.adyen', label: 'adyen', collects: 'supplier', method: 'adyen-dropin' },
  gateway: 'adyen',
  needsReturn: true,
  retries: true,
  byItself: true,
  hand: ({ config }, _ctx, { totals }, { gateway }) => {
    const part = gateway.id === 'adyen' ? gateway.adyen : null;
    const [total] = totals;
    if (!part?.session || !total) return null;
    // A live account in front of a sandbox is a mistake that would charge somebody.
    if (isLoopback(config.url) && /^live/i.test(part.clientKey)) return null;
    const params: JsonObject = {
      environment: part.environment,
      clientKey: part.clientKey,
      session: { ...part.session },
      ...(part.countryCode ? { countryCode: part.countryCode } : {}),
      amount: { amount: total.due, currency: total.currency, exponent: total.exponent },
      configuration: part.configuration,
    };
    if (!adyenDropinParams.safeParse(params).success) return null;
    return {
      step: { kind: 'pay', method: 'adyen-dropin', params },
      payment: { gateway: 'adyen', adyen: { sessionId: part.session.id } },
    };
  },
  read: (_desk, payment, input) => {
    const session = known.safeParse(payment).data?.adyen.sessionId;
    if (!session) return { kind: 'nothing' };
    return input.kind === 'return' ? returned(input.data, session) : reported(input.data, session);
  },
};

/** Back from the bank's page: only the Drop-in can hand its answer to Adyen. */
function returned(data: Json, session: string): Evidence {
  const redirectResult = parameter(data, 'redirectResult');
  const sessionId = parameter(data, 'sessionId') ?? session;
  if (!redirectResult || sessionId !== session) return { kind: 'nothing' };
  return { kind: 'resume', resume: { redirectResult, sessionId } };
}

/**
 * What the Drop-in says. None of it is believed: paid or refused, the supplier is asked. Where nobody knows whether there
 * was a payment, it is asked for a while.
 */
function reported(json: Json, session: string): Evidence {
  const parsed = said.safeParse(json);
  if (!parsed.success || parsed.data.sessionId !== session) return { kind: 'nothing' };
  const { data } = parsed;
  const payment = (more: JsonObject = {}) => ({ gateway: 'adyen', adyen: { sessionId: session, ...more } });
  switch (data.outcome) {
    case 'result':
      return {
        kind: 'confirm',
        payment: payment(data.sessionResult ? { sessionResult: data.sessionResult } : {}),
      };
    case 'cancelled':
      return { kind: 'again', code: 'payment_cancelled' };
    case 'expired':
      return { kind: 'confirm', payment: payment(), doubtful: true };
    case 'error':
      if (data.why === 'price_changed') return { kind: 'again', code: 'price_changed' };
      return { kind: 'confirm', payment: payment(), doubtful: true };
  }
}
