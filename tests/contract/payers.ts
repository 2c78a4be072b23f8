import { outcomeOf, standingOf } from '@/components/payment/stripe-card/intent';
import { entriesOf, makeTokens } from '@/components/payment/stripe-token/entries';
import type { Json } from '@/lib/checkout/json';
import { stripeCardParams } from '@/lib/payments/stripe-card/params';
import { stripeTokenParams } from '@/lib/payments/stripe-token/params';
import type { ProviderId } from '@/sandbox/core/provider';
import { payByLink } from './payers-link';
import { payByFields, payManually } from './payers-musement';
import { payByDropin, payByExpress } from './payers-octo';

/** What the customer does at the till. `left`: they authenticate never, and close the page. */
export type Means =
  | 'good'
  | 'declined'
  | 'challenge-passed'
  | 'challenge-failed'
  | 'challenge-closed'
  | 'challenge-left';

/**
 * Pays as the method's component does in a browser, by the provider's own API and with what the step carries. Answers
 * what the component would report; null when it has nothing to say.
 */
export type Payer = (origin: (provider: ProviderId) => string, params: Json, means: Means) => Promise<Json>;

/** By payment method. A new method adds one line. */
export const payers: Readonly<Record<string, Payer>> = {
  'adyen-card-fields': payByFields,
  'adyen-dropin': payByDropin,
  'payment-link': payByLink,
  'spreedly-express': payByExpress,
  'stripe-card': payByCard,
  'stripe-manual': payManually,
  'stripe-token': payByToken,
};

const CARDS: Readonly<Record<Means, string>> = {
  good: 'pm_card_visa',
  declined: 'pm_card_chargeDeclined',
  'challenge-passed': 'pm_card_authenticationRequired',
  'challenge-failed': 'pm_card_authenticationRequired',
  'challenge-closed': 'pm_card_authenticationRequired',
  'challenge-left': 'pm_card_authenticationRequired',
};

async function payByCard(origin: Parameters<Payer>[0], json: Json, means: Means): Promise<Json> {
  const params = stripeCardParams.parse(json);
  const intent = `${origin('stripe')}/v1/payment_intents/${params.intent}`;
  const secret = { client_secret: params.clientSecret };
  const headers = {
    authorization: `Bearer ${params.publishableKey}`,
    ...(params.account ? { 'stripe-account': params.account } : {}),
  };
  // The component reads the intent first: whoever comes back after paying is not asked again.
  const read = async () =>
    (await fetch(`${intent}?${new URLSearchParams(secret)}`, { headers })).json() as Promise<IntentWire>;
  const standing = standingOf((await read()) as Parameters<typeof standingOf>[0], params);
  if (standing.kind === 'report') return { ...standing.data };
  const asked = await fetch(`${intent}/confirm`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...secret, payment_method: CARDS[means], use_stripe_sdk: 'true' }),
  });
  const answer = (await asked.json()) as { error?: unknown; next_action?: IntentWire['next_action'] };
  const question = answer.next_action?.use_stripe_sdk?.stripe_js;
  if (question && means === 'challenge-left') return null;
  if (question) await answerBank(question, means === 'challenge-passed');
  const now = await read();
  const result = { paymentIntent: now, error: answer.error ?? now.last_payment_error ?? undefined };
  const outcome = outcomeOf(
    (result.error ? { error: result.error } : result) as Parameters<typeof outcomeOf>[0],
  );
  return outcome.kind === 'report' ? { ...outcome.data } : null;
}

const NUMBERS: Readonly<Record<Means, string>> = {
  good: '4242424242424242',
  declined: '4000000000000002',
  'challenge-passed': '4000002500003155',
  'challenge-failed': '4000002500003155',
  'challenge-closed': '4000002500003155',
  'challenge-left': '4000002500003155',
};

/** One token a charge. No bank asks here: whoever would have been asked is refused when the supplier charges. */
async function payByToken(origin: Parameters<Payer>[0], json: Json, means: Means): Promise<Json> {
  if (means === 'challenge-left') return null;
  const entries = entriesOf(stripeTokenParams.parse(json));
  const made = await makeTokens(entries, async (entry) => {
    const answer = await fetch(`${origin('stripe')}/v1/tokens`, {
      method: 'POST',
      // As the card frame sends it: digits are taken from nowhere else.
      headers: { origin: origin('stripe') },
      body: new URLSearchParams({
        key: entries[entry]?.publishableKey ?? '',
        'card[number]': NUMBERS[means],
        'card[exp_month]': '12',
        'card[exp_year]': '34',
        'card[cvc]': '123',
      }),
    });
    return { token: await answer.json() };
  });
  return made.kind === 'made' ? { tokens: { ...made.tokens } } : null;
}

interface IntentWire {
  readonly status: string;
  readonly last_payment_error?: object | null;
  readonly next_action?: { use_stripe_sdk?: { stripe_js?: string } } | null;
}

/** Presses a button of the bank's page. */
async function answerBank(page: string, passed: boolean): Promise<void> {
  await fetch(page, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ outcome: passed ? 'pass' : 'fail' }),
  });
}
