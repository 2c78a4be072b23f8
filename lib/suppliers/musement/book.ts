import type { Attempt, Checkout } from '@/lib/checkout/model';
import type { CallContext, StepResult } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { isMisconfigured } from './errors';
import { begin, type HoldMemo, notes, readAttempt, readHold } from './memo';
import { ordered } from './order';
import { refuse } from './refuse';
import { settledStep } from './settled';
import { slow } from './slow';
import { standingOf } from './standing';
import { prepare } from './start';
import type { OrderWire } from './wire-order';

/**
 * Has Musement book what the partner was paid for, or what costs nothing. Only with a proof, which the server alone makes. May be
 * done twice: the order is found, and one that is confirmed is refused over there and read. So it is asked again until somebody
 * answers.
 */
export async function book(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  attempt: Attempt,
): Promise<StepResult> {
  const before = readHold(checkout.memo);
  if (!before) return refuse('hold_expired', false);
  const prepared = await prepare(desk, ctx, checkout, before);
  if ('step' in prepared) {
    const lost = prepared.step.kind === 'unknown';
    return lost ? later(desk, before, attempt) : atOldPrice(prepared, checkout);
  }
  const ready = await ordered(desk, ctx, checkout, prepared.hold);
  if ('later' in ready) return later(desk, prepared.hold, attempt);
  if ('step' in ready) return atOldPrice(ready, checkout);
  const { hold } = ready;
  const noted = { holdMemo: notes(hold), memo: notes({ ...begin(hold), phase: 'sent', sentAt: desk.now() }) };
  const booked = async (order: OrderWire): Promise<StepResult> => ({
    ...noted,
    step: await settledStep(desk, ctx, checkout, hold, order),
  });
  const reply = await desk.send(ctx, calls.noPayment(ready.order.uuid));
  if (reply.kind === 'ok') return booked(reply.value);
  if (reply.kind !== 'refused') return later(desk, hold, attempt);
  // Confirmed already: the order is read, and nothing is asked again.
  if (reply.status === 423) {
    const standing = await standingOf(desk, ctx, hold);
    const known = standing.kind === 'order' && standing.paid !== 'no';
    return known ? booked(standing.order) : later(desk, hold, attempt);
  }
  if (isMisconfigured(reply) || reply.status === 401) return refuse('supplier_misconfigured');
  // 422: more than nothing is due, and Musement does not let this partner collect. The money goes back.
  const code = reply.status === 404 ? 'hold_expired' : 'supplier_refused';
  return { ...noted, step: { kind: 'failed', code } };
}

/** The partner has the money, or none is due, and nobody answers. */
function later(desk: Desk, hold: HoldMemo, { memo }: Attempt): StepResult {
  const since = readAttempt(memo, hold)?.todo?.since ?? desk.now();
  const todo = { kind: 'book' as const, since };
  return {
    step: slow(todo, desk.now()),
    memo: notes({ ...begin(hold), phase: 'sent', todo }),
    holdMemo: notes(hold),
  };
}

/** The partner has the money, and it is not the price any more: nothing is booked for it, and it goes back. */
function atOldPrice(result: StepResult, { attempts }: Checkout): StepResult {
  const changed = result.step.kind === 'declined' && result.step.code === 'price_changed';
  const taken = attempts.at(-1)?.proof ?? null;
  return changed && taken ? { step: { kind: 'failed', code: 'price_changed' } } : result;
}
