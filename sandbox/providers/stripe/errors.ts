import type { ErrorBody, Intent, PaymentMethod } from './types';

/** A refusal in Stripe's shape. The objects in it are rendered for whoever asked, fewer fields for a browser. */
export class StripeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    readonly about: { intent?: Intent; method?: PaymentMethod } = {},
  ) {
    super(body.message);
  }
}

/** A 400 `invalid_request_error`. */
export function invalid(
  message: string,
  extra: Partial<ErrorBody> = {},
  about: { intent?: Intent } = {},
): StripeRefusal {
  return new StripeRefusal(400, { type: 'invalid_request_error', message, ...extra }, about);
}

/** The 404 for an id that does not exist on this account; `param` names where the id stood. */
export function missing(kind: string, id: string, param: string): StripeRefusal {
  return new StripeRefusal(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param,
    doc_url: 'https://stripe.com/docs/error-codes/resource-missing',
  });
}

/** The 400 for a call that the intent's status does not allow. */
export function unexpectedState(intent: Intent, message: string): StripeRefusal {
  return invalid(
    message,
    {
      code: 'payment_intent_unexpected_state',
      doc_url: 'https://stripe.com/docs/error-codes/payment-intent-unexpected-state',
    },
    { intent },
  );
}
