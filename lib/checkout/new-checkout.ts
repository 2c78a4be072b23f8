import type { OpenAsk } from './heart';
import { newReference, newTraceId } from './ids';
import type { Checkout } from './model';

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
