import { callApi } from '../form';
import type { Answer, Json } from '../messages';
import { showChallenge } from './challenge';
import { IntegrationError } from './errors';
import { api, origin } from './origin';

export type IntentResult =
  | { paymentIntent: Json; error?: undefined }
  | { paymentIntent?: undefined; error: Json };

/** Who the page is to Stripe. */
export interface Credentials {
  key: string;
  account?: string;
}

/** The intent's id from its client secret; throws when that is none. */
export function intentId(secret: unknown, method: string): string {
  const id =
    typeof secret === 'string' ? /^(pi_[A-Za-z0-9]+)_secret_[A-Za-z0-9]+$/.exec(secret)?.[1] : undefined;
  if (id) return id;
  throw new IntegrationError(
    `Invalid value for stripe.${method} intent secret: value should be a client_secret string. You specified: ${String(secret)}.`,
  );
}

/** The form fields that say who asks. */
export function credentialFields({ key, account }: Credentials): Record<string, string> {
  return account ? { key, _stripe_account: account } : { key };
}

/** Reads an intent with its client secret. */
export function readIntent(who: Credentials, id: string, secret: string): Promise<Answer> {
  const query = new URLSearchParams({ ...credentialFields(who), client_secret: secret });
  return callApi(`${api}/v1/payment_intents/${id}?${query}`);
}

/** An answer of `/v1` as the script's methods return it; a failed try counts as an error. */
export function asResult(answer: Answer): IntentResult {
  if (answer.error) return { error: answer.error };
  const intent = answer.data;
  const last = intent.last_payment_error;
  if (intent.status === 'requires_payment_method' && typeof last === 'object' && last !== null) {
    return { error: { ...last, payment_intent: intent } };
  }
  return { paymentIntent: intent };
}

function frameUrl(intent: Json): string | undefined {
  const action = intent.next_action;
  const sdk =
    typeof action === 'object' && action !== null ? Reflect.get(action, 'use_stripe_sdk') : undefined;
  const url: unknown = typeof sdk === 'object' && sdk !== null ? Reflect.get(sdk, 'stripe_js') : undefined;
  // A frame over the shop's page is for the bank's page only.
  return typeof url === 'string' && new URL(url).origin === origin ? url : undefined;
}

/** Takes the customer through what the intent still asks for, then says what came of it. */
export async function handleAction(who: Credentials, intent: Json, secret: string): Promise<IntentResult> {
  const url = intent.status === 'requires_action' ? frameUrl(intent) : undefined;
  if (!url) return asResult({ data: intent });
  const id = String(intent.id);
  await showChallenge(url, async () => {
    const { data } = await readIntent(who, id, secret);
    return data !== undefined && data.status !== 'requires_action';
  });
  const after = await readIntent(who, id, secret);
  if (after.data?.status !== 'requires_action') return asResult(after);
  return {
    error: {
      type: 'invalid_request_error',
      code: 'payment_intent_authentication_failure',
      message:
        'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
      payment_intent: after.data,
    },
  };
}
