/** What the platform's documentation names as the reason of a refusal, and its gist. */
const REFUSALS = {
  INVALID_PRODUCT_ID: 'The productId was missing or invalid.',
  INVALID_OPTION_ID: 'The optionId was missing or invalid.',
  INVALID_UNIT_ID: 'The unitId was missing or invalid.',
  INVALID_AVAILABILITY_ID: 'The availabilityId was missing or invalid.',
  INVALID_BOOKING_UUID: 'The uuid was missing or invalid, or its hold has expired.',
  INVALID_ORDER_ID: 'The order id was missing or invalid.',
  BAD_REQUEST: 'The request is not well formed.',
  UNPROCESSABLE_ENTITY: 'The request is well formed and cannot be processed.',
  UNAUTHORIZED: 'No API key was sent.',
  FORBIDDEN: 'The API key was revoked or has no access.',
  TOO_MANY_REQUESTS: 'Too many requests.',
  INTERNAL_SERVER_ERROR: 'The reservation system cannot be reached.',
  PAYMENT_PENDING: 'The payment gateway has not confirmed the payment yet; repeat the request.',
  GATEWAY_INVALID_SOURCE: 'cardPayment.source must be POS, ECOM or MOTO.',
  GATEWAY_CURRENCY_MISMATCH: 'cardPayment.currency is not the currency of the order.',
  GATEWAY_MISMATCH: 'cardPayment.gateway is not the gateway of the order.',
  INVALID_CARD_ID: 'There is no such card on this order.',
  CAPABILITIES_REQUIRED: 'The Octo-Capabilities header is required, and may be empty.',
  ORDERS_FIELDS_REQUIRED: 'Filter orders by at least one field.',
} as const;

/** A code of {@link Refusal}. */
export type RefusalCode = keyof typeof REFUSALS;

/** Everything is 400, but for what live clients have seen: keys that do not open, too much, and a backend that is down. */
const STATUS: Partial<Record<RefusalCode, 403 | 429 | 500>> = {
  UNAUTHORIZED: 403,
  FORBIDDEN: 403,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
};

/** A "no" on its way to the answer. */
export class Refusal extends Error {
  readonly status: 400 | 403 | 429 | 500;

  constructor(
    readonly code: RefusalCode,
    /** More than the code's own gist. */
    message?: string,
    /** What the answer echoes: the id that was wrong. */
    readonly echo: Readonly<Record<string, string | null>> = {},
  ) {
    super(message ?? REFUSALS[code]);
    this.status = STATUS[code] ?? 400;
  }
}

/** Nothing is known by this booking uuid, or it can no longer be confirmed. */
export function invalidUuid(uuid: string, orderId?: string): Refusal {
  return new Refusal('INVALID_BOOKING_UUID', undefined, orderId ? { uuid, orderId } : { uuid });
}

/** Well formed and impossible. */
export function unprocessable(message: string): Refusal {
  return new Refusal('UNPROCESSABLE_ENTITY', message);
}
