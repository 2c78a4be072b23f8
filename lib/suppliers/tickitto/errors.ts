import type { FailureCode } from '@/lib/checkout/errors';
import type { Answer } from '@/lib/checkout/supplier';
import type { Reply } from './client';
import { errorWire } from './wire';

/** Tickitto's error types (its published OpenAPI document) to ours. A prefix ends with a dot. */
const FAILURES: readonly (readonly [type: string, code: FailureCode])[] = [
  ['reservation_error.seats_gone', 'seats_gone'],
  ['reservation_error.seats_not_found', 'seats_gone'],
  ['reservation_error.performance_gone', 'sold_out'],
  ['reservation_error.performance_time', 'event_gone'],
  ['reservation_error.performance_not_found', 'event_gone'],
  ['reservation_error.event_gone', 'event_gone'],
  ['reservation_error.event_not_found', 'event_gone'],
  ['reservation_error.basket_not_found', 'hold_expired'],
  ['reservation_error.product_not_found', 'event_gone'],
  ['reservation_error.product_band_not_found', 'event_gone'],
  // What is left of this family says that the choice itself does not work: concessions, options, accompaniments.
  ['reservation_error.', 'invalid_selection'],
  ['event_error.event_not_found', 'event_gone'],
  ['availability_error.event_not_found', 'event_gone'],
  ['availability_error.event_gone', 'event_gone'],
  ['availability_error.availability_gone', 'sold_out'],
  ['availability_error.basket_not_found', 'hold_expired'],
  ['availability_error.status_conflict', 'already_paid'],
  ['basket_error.basket_item_limit', 'limit_reached'],
  ['basket_error.item_limit', 'limit_reached'],
  ['basket_error.total_basket_product_quantity', 'limit_reached'],
  ['basket_error.status_conflict', 'already_paid'],
  ['basket_error.not_processable', 'hold_expired'],
  ['basket_error.item_not_found', 'hold_expired'],
  ['basket_error.price_mismatch', 'price_changed'],
  ['basket_error.not_cancellable', 'not_cancellable'],
  ['basket_error.item_status_conflict', 'not_cancellable'],
  ['basket_error.payment_mismatch', 'supplier_misconfigured'],
  ['authentication_error.', 'supplier_misconfigured'],
  ['value_error', 'details_rejected'],
];

/** Our word for one of Tickitto's error types; `supplier_refused` for what nobody listed. */
export function failureOf(type: string): FailureCode {
  const row = FAILURES.find(
    ([name]) => type === name || (/[._]$|^value_error$/.test(name) && type.startsWith(name)),
  );
  return row?.[1] ?? 'supplier_refused';
}

/** The first error type and message of an error body of either generation; empty when it has none. */
export function faultIn(json: unknown): { readonly type: string; readonly message: string } {
  const parsed = errorWire.safeParse(json);
  const { detail, errors } = parsed.success ? parsed.data : {};
  const first = Array.isArray(detail) ? detail[0] : errors?.[0];
  return { type: first?.type ?? '', message: first?.msg ?? (typeof detail === 'string' ? detail : '') };
}

/** A reply without a value, as browsing answers it. Nobody's money hangs on these. */
export function noAnswer<T>(reply: Exclude<Reply<unknown>, { kind: 'ok' }>): Answer<T> {
  if (reply.kind !== 'refused') return { ok: false, code: 'unavailable' };
  if (reply.status === 401 || reply.status === 403) return { ok: false, code: 'misconfigured' };
  if (reply.status === 429) return { ok: false, code: 'unavailable' };
  if (reply.status === 404 || reply.status === 410) return { ok: false, code: 'not_found' };
  return { ok: false, code: 'refused', refusals: [{ code: failureOf(reply.type) }] };
}
