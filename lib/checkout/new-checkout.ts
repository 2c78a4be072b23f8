import type { AttemptAsk, OpenAsk } from './heart';
import { newReference, newTraceId } from './ids';
import type { Attempt, Checkout } from './model';

/** A checkout that has asked for nothing yet; settle holds first. `now` in milliseconds. */
export function newCheckout({ id, supplier, request, locale }: OpenAsk, now: number): Checkout {
  return {
    id,
    reference: newReference(),
    supplier,
    traceId: newTraceId(),
    locale,
    createdAt: now,
    askedAt: now,
    request,
    memo: {},
    expiresAt: null,
    items: [],
    money: [],
    totals: [],
    changes: [],
    accepted: true,
    details: { schema: { type: 'object' }, values: {} },
    attempts: [],
    refusals: [],
    intent: null,
    closing: null,
    closedAt: null,
    order: null,
    attention: null,
    told: {},
    marks: [],
  };
}

/** An attempt that has begun nothing yet; settle starts it. `now` in milliseconds. */
export function newAttempt({ id, option, instrument, client }: AttemptAsk, now: number): Attempt {
  return {
    id,
    option,
    instrument,
    status: 'starting',
    step: null,
    steps: 0,
    memo: {},
    proof: null,
    refundTried: false,
    exposed: false,
    cleared: false,
    declines: 0,
    client,
    startedAt: now,
    touchedAt: now,
  };
}
