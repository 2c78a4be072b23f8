import type { Json } from '@/lib/checkout/json';
import { adyenDropinParams } from '@/lib/payments/adyen-dropin/params';
import { spreedlyExpressParams } from '@/lib/payments/spreedly-express/params';
import type { Means, Payer } from './payers';

/** Adyen's published test cards: one that pays, and one whose bank asks on a page of its own. */
const PLAIN = '4111111111111111';
const ASKS = '4212345678901237';

const PASSWORDS: Readonly<Partial<Record<Means, string>>> = {
  'challenge-passed': 'password',
  'challenge-failed': 'wrong',
};

/** The Drop-in's calls. On Adyen's test platform `test_…` stands for an encrypted value. */
export const payByDropin: Payer = async (origin, json, means) => {
  const { session, clientKey } = adyenDropinParams.parse(json);
  const post = async (call: string, body: object) => {
    const url = `${origin('adyen')}/checkoutshopper/v1/sessions/${session.id}/${call}?clientKey=${clientKey}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return answer.ok ? ((await answer.json()) as AdyenWire) : null;
  };
  const paid = await post('payments', {
    sessionData: session.sessionData,
    paymentMethod: {
      type: 'scheme',
      holderName: means === 'declined' ? 'NOT_ENOUGH_BALANCE' : 'Ada Byron',
      encryptedCardNumber: `test_${means.startsWith('challenge') ? ASKS : PLAIN}`,
      encryptedExpiryMonth: 'test_03',
      encryptedExpiryYear: 'test_2030',
      encryptedSecurityCode: 'test_737',
    },
  });
  // Adyen takes nothing with it any more: it was paid in another tab, or is too old.
  if (!paid) return { outcome: 'expired', sessionId: session.id };
  if (!paid.action?.url) return resultOf(session.id, paid);
  const password = PASSWORDS[means];
  if (means === 'challenge-closed') return { outcome: 'cancelled', sessionId: session.id };
  if (password === undefined) return null;
  const redirectResult = await answerBank(paid.action.url, password);
  const done = await post('paymentDetails', { details: { redirectResult } });
  return done ? resultOf(session.id, done) : { outcome: 'expired', sessionId: session.id };
};

interface AdyenWire {
  readonly resultCode: string;
  readonly sessionResult?: string;
  readonly action?: { readonly url?: string };
}

function resultOf(sessionId: string, { resultCode, sessionResult }: AdyenWire): Json {
  return { outcome: 'result', sessionId, resultCode, ...(sessionResult ? { sessionResult } : {}) };
}

/** Says a word at the bank's page; answers what it sends back to the shop. */
async function answerBank(page: string, password: string): Promise<string> {
  const url = new URL(page);
  const fields = { token: url.searchParams.get('MD') ?? '', password, outcome: 'answer' };
  const answer = await fetch(`${url.origin}${url.pathname}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  });
  return new URL(answer.headers.get('location') ?? '').searchParams.get('redirectResult') ?? '';
}

/** Keeps a card as Express's own page does; which number it is decides what a charge of it becomes. */
export const payByExpress: Payer = async (origin, json, means) => {
  const { env, signed } = spreedlyExpressParams.parse(json);
  const { certificateToken, ...proof } = signed ?? {};
  const answer = await fetch(`${origin('spreedly')}/v1/payment_methods/restricted.json`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      environment_key: env,
      ...proof,
      certificate_token: certificateToken,
      payment_method: {
        credit_card: {
          number: means === 'good' ? PLAIN : '4012888888881881',
          month: 12,
          year: 2034,
          verification_value: '123',
          full_name: 'Ada Byron',
        },
      },
    }),
  });
  const wire = (await answer.json()) as { transaction?: { payment_method: { token: string } } };
  const token = wire.transaction?.payment_method.token;
  return token ? { token } : null;
};
