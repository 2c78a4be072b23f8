import type { RefusedCode } from '@/lib/checkout/heart';

interface ProblemKind {
  readonly status: number;
  /** Whether sending exactly the same call again can do no harm. It may still not help. */
  readonly safeToRetry: boolean;
  /** Sent as Retry-After when nobody knows better. */
  readonly retryAfterSeconds?: number;
}

const REFUSED = {
  not_found: { status: 404, safeToRetry: true },
  busy: { status: 409, safeToRetry: true, retryAfterSeconds: 1 },
  stale_version: { status: 409, safeToRetry: true },
  wrong_state: { status: 409, safeToRetry: true },
  changes_unaccepted: { status: 409, safeToRetry: true },
  details_missing: { status: 422, safeToRetry: true },
  details_invalid: { status: 422, safeToRetry: true },
  option_unavailable: { status: 409, safeToRetry: true },
  data_invalid: { status: 422, safeToRetry: true },
  hold_expired: { status: 409, safeToRetry: true },
  hold_ending: { status: 409, safeToRetry: true },
  too_many_attempts: { status: 429, safeToRetry: true, retryAfterSeconds: 900 },
  capability_missing: { status: 409, safeToRetry: true },
} satisfies Record<RefusedCode, ProblemKind>;

/** Everything that can go wrong with a call, closed: HTTP, the documentation and the OpenAPI document read this. */
export const PROBLEMS = {
  ...REFUSED,
  body_too_large: { status: 413, safeToRetry: true },
  body_slow: { status: 408, safeToRetry: true },
  body_type: { status: 415, safeToRetry: true },
  body_unreadable: { status: 400, safeToRetry: true },
  invalid: { status: 422, safeToRetry: true },
  cross_origin: { status: 403, safeToRetry: true },
  key_required: { status: 401, safeToRetry: true },
  idempotency_key_required: { status: 400, safeToRetry: true },
  idempotency_key_reused: { status: 422, safeToRetry: true },
  in_flight: { status: 409, safeToRetry: true, retryAfterSeconds: 1 },
  rate_limited: { status: 429, safeToRetry: true, retryAfterSeconds: 3600 },
  payments_closed: { status: 503, safeToRetry: true, retryAfterSeconds: 60 },
  nothing_held: { status: 409, safeToRetry: true },
  supplier_unavailable: { status: 503, safeToRetry: true, retryAfterSeconds: 5 },
  supplier_refused: { status: 409, safeToRetry: true },
  not_ready: { status: 503, safeToRetry: true, retryAfterSeconds: 5 },
  // Nobody knows how far the work got: the caller reads the checkout first.
  internal: { status: 500, safeToRetry: false },
} satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_CODES = Object.keys(PROBLEMS) as readonly ProblemCode[];

/** A row of the table, with its optional columns. */
export function problemKind(code: ProblemCode): ProblemKind {
  return PROBLEMS[code];
}
