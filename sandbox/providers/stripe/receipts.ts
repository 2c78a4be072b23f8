import type { Charge, Customer, Endpoint, PaymentMethod, Refund, Token } from './types';
import { billingView, cardView } from './views';

type Json = Record<string, unknown>;

export function chargeView(charge: Charge, method: PaymentMethod): Json {
  const failed = charge.failure !== null;
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.amountCaptured,
    amount_refunded: charge.amountRefunded,
    billing_details: billingView(method),
    captured: charge.captured,
    created: charge.created,
    currency: charge.currency,
    customer: method.customer,
    description: charge.description,
    disputed: false,
    failure_code: charge.failure?.code ?? null,
    failure_message: charge.failure?.message ?? null,
    livemode: false,
    metadata: charge.metadata,
    outcome: {
      network_status: failed ? 'declined_by_network' : 'approved_by_network',
      reason: charge.failure?.decline_code ?? null,
      risk_level: 'normal',
      seller_message: failed ? 'The bank did not return any further details.' : 'Payment complete.',
      type: failed ? 'issuer_declined' : 'authorized',
    },
    paid: charge.status === 'succeeded',
    payment_intent: charge.intent,
    payment_method: charge.paymentMethod,
    payment_method_details: {
      type: 'card',
      card: {
        ...cardView(method.card),
        three_d_secure: charge.threeDSecure
          ? { authentication_flow: 'challenge', result: 'authenticated', version: '2.2.0' }
          : null,
      },
    },
    refunded: charge.released || (charge.captured && charge.amountRefunded >= charge.amountCaptured),
    source: charge.intent ? null : sourceView(method),
    status: charge.status,
  };
}

/** A card in the older dialect of tokens and plain charges, in which a brand is a name. */
function sourceView({ id, card, billing }: Pick<PaymentMethod, 'id' | 'card' | 'billing'>): Json {
  return {
    id,
    object: 'card',
    address_zip: billing.address?.postal_code ?? null,
    ...cardView(card),
    brand: { visa: 'Visa', mastercard: 'MasterCard', amex: 'American Express' }[card.brand] ?? 'Unknown',
    name: billing.name ?? null,
  };
}

export function refundView(refund: Refund): Json {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    metadata: refund.metadata,
    payment_intent: refund.intent,
    reason: refund.reason,
    receipt_number: null,
    status: 'succeeded',
  };
}

export function tokenView(token: Token): Json {
  return {
    id: token.id,
    object: 'token',
    card: sourceView({ ...token, id: `card_${token.id.slice(4)}` }),
    client_ip: '127.0.0.1',
    created: token.created,
    livemode: false,
    type: 'card',
    used: token.used,
  };
}

export function customerView(customer: Customer): Json {
  const { account: _account, ...rest } = customer;
  return { ...rest, object: 'customer', livemode: false, balance: 0, currency: null, default_source: null };
}

/** The signing secret is answered once, at creation. */
export function endpointView(endpoint: Endpoint, withSecret: boolean): Json {
  return {
    id: endpoint.id,
    object: 'webhook_endpoint',
    enabled_events: endpoint.events,
    livemode: false,
    status: 'enabled',
    url: endpoint.url,
    ...(withSecret ? { secret: endpoint.secret } : {}),
  };
}
