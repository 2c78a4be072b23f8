/** Where the documentation says that its errors are explained. */
const REFERENCE = 'https://developer.abnamro.com/api/tikkie/technical-details';

type Status = 400 | 401 | 403 | 404 | 429 | 500 | 503;

/** A "no", in the platform's envelope. Version 2 names errors by words and has no category. */
export class TikkieProblem extends Error {
  constructor(
    readonly code: string,
    readonly status: Status,
    readonly category: string | null,
    message: string,
  ) {
    super(message);
  }

  body(traceId: string): { errors: Record<string, unknown>[] } {
    const { code, message, status, category } = this;
    const error = { code, message, reference: REFERENCE, traceId, status, ...(category && { category }) };
    return { errors: [error] };
  }
}

/** HTTP by the first digit of a generic code, where the documentation gives none: this sandbox's reading. */
const BY_FAMILY: Readonly<Record<string, readonly [Status, string]>> = {
  1: [400, 'BAD_REQUEST'],
  2: [401, 'UNAUTHORIZED'],
  3: [403, 'FORBIDDEN'],
  7: [429, 'TOO_MANY_REQUESTS'],
  9: [503, 'SERVICE_UNAVAILABLE'],
};

/** What all products of the bank share: keys, tokens, assertions. `code` such as `1010_001`. */
export function generic(code: string, message: string): TikkieProblem {
  const [status, category] = BY_FAMILY[code.charAt(0)] ?? [500, 'INTERNAL_SERVER_ERROR'];
  return new TikkieProblem(`ERR_${code}`, status, category, message);
}

/** Version 1's own. */
export const v1 = {
  field: (name: string) =>
    new TikkieProblem('ERR_1100_004', 400, 'BAD_REQUEST', `Field validation error: ${name}`),
  missing: (name: string) =>
    new TikkieProblem('ERR_1100_005', 400, 'BAD_REQUEST', `Missing parameter: ${name}`),
  noRequest: () => new TikkieProblem('ERR_1100_002', 404, 'NOT_FOUND', 'Payment request not found'),
  noOperation: () => new TikkieProblem('ERR_1100_007', 404, 'NOT_FOUND', 'Operation not found'),
  manyPlatforms: () =>
    new TikkieProblem('ERR_3100_001', 403, 'FORBIDDEN', 'Maximum number of platforms per client reached'),
  manyUsers: () =>
    new TikkieProblem('ERR_3100_002', 403, 'FORBIDDEN', 'Maximum number of users for platform reached'),
  noPlatform: () => new TikkieProblem('ERR_4100_002', 404, 'NOT_FOUND', 'Platform not found'),
  noUser: () => new TikkieProblem('ERR_4100_003', 404, 'NOT_FOUND', 'User not found'),
};

/** Version 2's. Those of fields follow the pattern of its published ones (`PAGE_NUMBER_MISSING`). */
export const v2 = {
  field: (name: string, what: 'MISSING' | 'INVALID') =>
    new TikkieProblem(`${name}_${what}`, 400, null, `${name.toLowerCase()} is ${what.toLowerCase()}.`),
  app: () => new TikkieProblem('APP_TOKEN_INVALID', 401, null, 'appToken is in an invalid format.'),
  forbidden: () =>
    new TikkieProblem(
      'PAYMENT_REQUEST_FORBIDDEN',
      403,
      null,
      'appToken does not have permission to create or get payment requests.',
    ),
  noRequest: () =>
    new TikkieProblem(
      'PAYMENT_REQUEST_NOT_FOUND',
      404,
      null,
      'No payment request was found for the specified paymentRequestToken.',
    ),
  noPayment: () =>
    new TikkieProblem('PAYMENT_NOT_FOUND', 404, null, 'No payment was found for the specified paymentToken.'),
  noRefund: () =>
    new TikkieProblem('REFUND_NOT_FOUND', 404, null, 'No refund was found for the specified refundToken.'),
  refundTooLarge: () =>
    new TikkieProblem(
      'REFUND_AMOUNT_TOO_HIGH',
      400,
      null,
      'The refund is higher than what is left of the payment.',
    ),
};
