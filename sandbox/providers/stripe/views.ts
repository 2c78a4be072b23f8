import type { ErrorBody, Intent, PaymentMethod, StoredCard } from './types';

type Json = Record<string, unknown>;

/** The part of a card that may be read back: never its digits. */
export function cardView(card: StoredCard): Json {
  return {
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: card.country,
    display_brand: card.brand === 'amex' ? 'american_express' : card.brand,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    funding: card.funding,
    last4: card.last4,
    networks: { available: [card.brand], preferred: null },
    three_d_secure_usage: { supported: true },
  };
}

const ADDRESS = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };

/** Billing details with every field present, as Stripe answers them. */
export function billingView(method: { billing: PaymentMethod['billing'] }): Json {
  const { address, email, name, phone } = method.billing;
  return {
    address: { ...ADDRESS, ...address },
    email: email ?? null,
    name: name ?? null,
    phone: phone ?? null,
  };
}

export function methodView(method: PaymentMethod): Json {
  return {
    id: method.id,
    object: 'payment_method',
    billing_details: billingView(method),
    card: cardView(method.card),
    created: method.created,
    customer: method.customer,
    livemode: false,
    metadata: method.metadata,
    type: 'card',
  };
}

/** How the bank's question is put: by the page's script in a frame, or by sending the customer there. */
function nextAction(challenge: { id: string; returnUrl?: string }, origin: string): Json {
  const page = `${origin}/3ds/${challenge.id}`;
  return challenge.returnUrl
    ? {
        type: 'redirect_to_url',
        redirect_to_url: { return_url: challenge.returnUrl, url: `${page}?top=1` },
      }
    : {
        type: 'use_stripe_sdk',
        use_stripe_sdk: {
          type: 'three_d_secure_redirect',
          stripe_js: page,
          source: challenge.id,
        },
      };
}

export interface IntentParts {
  intent: Intent;
  method?: PaymentMethod;
  failedMethod?: PaymentMethod;
  challenge?: { id: string; returnUrl?: string };
  origin: string;
}

/** What a browser may read with a publishable key and the client secret. */
export function publicIntentView({ intent, method, failedMethod, challenge, origin }: IntentParts): Json {
  const error: (ErrorBody & Json) | null = intent.lastError ? { ...intent.lastError.body } : null;
  if (error && failedMethod) error.payment_method = methodView(failedMethod);
  return {
    id: intent.id,
    object: 'payment_intent',
    amount: intent.amount,
    amount_details: { tip: {} },
    automatic_payment_methods: null,
    canceled_at: intent.canceledAt,
    cancellation_reason: intent.cancellationReason,
    capture_method: intent.captureMethod,
    client_secret: intent.secret,
    confirmation_method: intent.confirmationMethod,
    created: intent.created,
    currency: intent.currency,
    description: intent.description,
    last_payment_error: error,
    livemode: false,
    next_action: challenge ? nextAction(challenge, origin) : null,
    payment_method: method?.id ?? null,
    payment_method_types: intent.paymentMethodTypes,
    processing: intent.status === 'processing' ? { type: 'card', card: {} } : null,
    receipt_email: intent.receiptEmail,
    setup_future_usage: intent.setupFutureUsage,
    shipping: intent.shipping,
    source: null,
    status: intent.status,
  };
}

/** What the holder of the secret key reads, and webhooks carry. */
export function intentView(parts: IntentParts): Json {
  const { intent } = parts;
  return {
    ...publicIntentView(parts),
    amount_capturable: intent.amountCapturable,
    amount_received: intent.amountReceived,
    application: null,
    application_fee_amount: null,
    customer: intent.customer,
    latest_charge: intent.latestCharge,
    metadata: intent.metadata,
    on_behalf_of: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    review: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    transfer_data: null,
    transfer_group: null,
  };
}
