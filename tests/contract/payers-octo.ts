import type { Json } from '@/lib/checkout/json';
import { adyenDropinParams } from '@/lib/payments/adyen-dropin/params';
import { spreedlyExpressParams } from '@/lib/payments/spreedly-express/params';
import { type AdyenAnswer, AdyenPayer } from '../sandbox/adyen-payer';
import { keepCard } from '../sandbox/spreedly-vault';
import type { Means, Payer } from './payers';

/** A published test card of Adyen's whose bank asks on a page of its own. */
const ASKS = '4212345678901237';
/** One of Spreedly's that it keeps like any other, and whose charge is refused. */
const DECLINED = '4012888888881881';

const PASSWORDS: Readonly<Partial<Record<Means, string>>> = {
  'challenge-passed': 'password',
  'challenge-failed': 'wrong',
};

/** The Drop-in's calls. */
export const payByDropin: Payer = async (origin, json, means) => {
  const { session, clientKey } = adyenDropinParams.parse(json);
  const payer = new AdyenPayer(() => origin('adyen'), clientKey);
  const number = means.startsWith('challenge') ? ASKS : undefined;
  const name = means === 'declined' ? 'NOT_ENOUGH_BALANCE' : undefined;
  const paid = await payer.tryToPay(session, number, name);
  // It was paid in another tab, or is too old.
  if (!paid) return { outcome: 'expired', sessionId: session.id };
  if (!paid.action?.url) return resultOf(session.id, paid);
  if (means === 'challenge-closed') return { outcome: 'cancelled', sessionId: session.id };
  const password = PASSWORDS[means];
  if (password === undefined) return null;
  const done = await payer.tryAtBank(session, paid, password);
  return done ? resultOf(session.id, done) : { outcome: 'expired', sessionId: session.id };
};

function resultOf(sessionId: string, { resultCode, sessionResult }: AdyenAnswer): Json {
  return { outcome: 'result', sessionId, resultCode, ...(sessionResult ? { sessionResult } : {}) };
}

/** Keeps a card as Express's own page does; which number it is decides what a charge of it becomes. */
export const payByExpress: Payer = async (origin, json, means) => {
  const { env, signed } = spreedlyExpressParams.parse(json);
  const { token } = await keepCard({ origin }, { env, ...signed }, means === 'good' ? undefined : DECLINED);
  return token ? { token } : null;
};
