import { cardOf } from '@/components/payment/adyen-card-fields/card';
import { answeredOf, madeOf, type Standing, standingOf } from '@/components/payment/stripe-manual/outcome';
import type { Json } from '@/lib/checkout/json';
import { adyenCardFieldsParams } from '@/lib/payments/adyen-card-fields/params';
import { stripeManualParams } from '@/lib/payments/stripe-manual/params';
import type { StripeManualBank } from '@/lib/payments/stripe-manual/types';
import type { Means, Payer } from './payers';

type Origin = Parameters<Payer>[0];

const NUMBERS: Readonly<Record<Means, string>> = {
  good: '4242424242424242',
  declined: '4000000000000002',
  'challenge-passed': '4000002500003155',
  'challenge-failed': '4000002500003155',
  'challenge-closed': '4000002500003155',
  'challenge-left': '4000002500003155',
};

/** A PaymentMethod from Stripe's frame, and later the bank's question about the intent that the supplier made. */
export const payManually: Payer = async (origin, json, means) => {
  const params = stripeManualParams.parse(json);
  if (params.ask === 'bank') return answerBank(origin, params, means);
  const answer = await fetch(`${origin('stripe')}/v1/payment_methods`, {
    method: 'POST',
    // As the card frame sends it: digits are taken from nowhere else.
    headers: { origin: origin('stripe') },
    body: new URLSearchParams({
      key: params.publishableKey,
      type: 'card',
      'card[number]': NUMBERS[means],
      'card[exp_month]': '12',
      'card[exp_year]': '34',
      'card[cvc]': '123',
      'billing_details[name]': params.billing.name,
    }),
  });
  const made = madeOf({ paymentMethod: await answer.json() } as Parameters<typeof madeOf>[0]);
  return made.kind === 'made' ? { ...made.data } : null;
};

/** What `handleCardAction` does, with the customer's finger on the bank's buttons. Null for a customer who leaves. */
async function answerBank(
  origin: Origin,
  { clientSecret, intent, publishableKey }: StripeManualBank,
  means: Means,
): Promise<Json> {
  const query = new URLSearchParams({ key: publishableKey, client_secret: clientSecret });
  const read = async () =>
    (await fetch(`${origin('stripe')}/v1/payment_intents/${intent}?${query}`)).json() as Promise<IntentWire>;
  const before = await read();
  const standing = standingOf(before);
  if (standing.kind !== 'ask') return dataOf(standing);
  if (means === 'challenge-left') return null;
  const page = before.next_action?.use_stripe_sdk?.stripe_js;
  if (page && means !== 'challenge-closed') {
    const outcome = means === 'challenge-failed' ? 'fail' : 'pass';
    await fetch(page, { method: 'POST', body: new URLSearchParams({ outcome }) });
  }
  const after = { paymentIntent: await read() } as Parameters<typeof answeredOf>[1];
  return dataOf(answeredOf(intent, after));
}

function dataOf(standing: Standing): Json {
  return standing.kind === 'report' ? { ...standing.data } : null;
}

type IntentWire = Parameters<typeof standingOf>[0] & {
  readonly next_action?: { use_stripe_sdk?: { stripe_js?: string } } | null;
};

/** Adyen's published test cards: one that pays, and one whose bank asks on a page of its own. */
const PLAIN = '4111111111111111';
const ASKS = '4212345678901237';

/** What Adyen's fields encrypt. On its test platform `test_…` stands for an encrypted value. */
export const payByFields: Payer = async (_origin, json, means) => {
  adyenCardFieldsParams.parse(json);
  const card = {
    type: 'scheme',
    holderName: means === 'declined' ? 'NOT_ENOUGH_BALANCE' : 'Ada Byron',
    brand: 'visa',
    encryptedCardNumber: `test_${means.startsWith('challenge') ? ASKS : PLAIN}`,
    encryptedExpiryMonth: 'test_03',
    encryptedExpiryYear: 'test_2030',
    encryptedSecurityCode: 'test_737',
  };
  const data = cardOf(card, 'NL');
  return { ...data, paymentMethod: { ...data.paymentMethod } };
};
