import type { Json } from '@/lib/checkout/json';
import type { Checkout } from '@/lib/checkout/model';
import type { Step } from '@/lib/checkout/step';
import type { StepResult } from '@/lib/checkout/supplier';
import { entriesInOrder } from '@/lib/platform/json';
import { allowRedirect } from '@/lib/platform/security/redirects';
import type { Desk } from './desk';
import { type AttemptMemo, type BundleMemo, type HoldMemo, notes } from './memo';
import { tokenStep } from './tokens';
import type { CalloutWire } from './wire';

/** A payment asks for a page or two. A chain that does not end is somebody's bug, and costs the customer their evening. */
export const MAX_HOPS = 8;

/** Soon: the payment is being closed. */
const SOON_MS = 300;

/**
 * What a callout wants. A missing Stripe token is asked for in our own page; anywhere else the customer goes where
 * Ingresso says, if that is a place that they may be sent to. `memo.pending` is the token that Ingresso waits for.
 */
export function calloutStep(
  desk: Desk,
  checkout: Checkout,
  hold: HoldMemo,
  memo: AttemptMemo,
  callout: CalloutWire,
): StepResult {
  const waiting: AttemptMemo = { ...memo, phase: 'callout', missing: null };
  const missing = missingToken(callout, hold);
  if (missing) {
    const asked = tokenStep(desk, checkout, hold, [missing]);
    if (asked) return { step: asked, memo: notes({ ...waiting, missing: missing.source }) };
    return giveUp(waiting, 'supplier_misconfigured');
  }
  if (memo.hops > MAX_HOPS) return giveUp(waiting, 'supplier_refused');
  const target = allowRedirect(callout.callout_destination_url, desk.config.redirects);
  const method = callout.callout_type.toLowerCase();
  if (!target.ok || (method !== 'get' && method !== 'post')) return giveUp(waiting, 'supplier_misconfigured');
  const step: Step = {
    kind: 'redirect',
    url: target.url,
    httpMethod: method === 'post' ? 'POST' : 'GET',
    fields: fieldsOf(callout),
    ...(memo.pending ? { returnToken: memo.pending } : {}),
  };
  return { step, memo: notes(waiting) };
}

/** A callout that is not followed is ended with the timeout callback, so that nothing can be taken through it. */
function giveUp(memo: AttemptMemo, refused: NonNullable<AttemptMemo['refused']>): StepResult {
  return { step: abandoned(), memo: notes({ ...memo, refused }) };
}

/** Has the heart call `advance` without an input, which closes the payment. */
export function abandoned(): Step {
  return { kind: 'wait', retryAfterMs: SOON_MS, why: 'abandoned', again: 'advance' };
}

/** Parameters in the order that Ingresso lists, where it lists all of them, else in the order in which they stand. */
function fieldsOf({ callout_parameters: parameters, callout_parameters_order: listed }: CalloutWire) {
  const given = entriesInOrder(parameters).map(([name, value]) => [name, asText(value)] as const);
  const order = listed ?? [];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return order.length === 0 ? given : [...given].sort(([a], [b]) => place(a) - place(b));
}

function asText(value: Json): string {
  return typeof value === 'string' ? value : value === null ? '' : String(value);
}

/**
 * The bundle whose Stripe token Ingresso misses: its own form for one, or any callout of Stripe's where we sent none.
 * A bank's question about a card that was sent is a page like any other.
 */
function missingToken(callout: CalloutWire, hold: HoldMemo): BundleMemo | null {
  const type = callout.debitor?.debitor_type ?? callout.debitor_integration_data?.debitor_type;
  if (type?.toLowerCase() !== 'stripe') return null;
  const form = /\/stripe_form\b/.test(callout.callout_destination_url);
  if (!form && hold.mode === 'stripe') return null;
  const named = hold.bundles.find(({ source }) => source === callout.bundle_source_code);
  if (named) return named;
  // In 2017 the callout named no bundle, only the amount.
  const amount = callout.debitor_integration_data?.debit_base_amount;
  const like = hold.bundles.filter(({ total }) => hold.bundles.length === 1 || total === amount);
  return like.length === 1 ? (like[0] ?? null) : null;
}
