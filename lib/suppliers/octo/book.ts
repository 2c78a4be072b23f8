import type { JsonObject } from '@/lib/checkout/json';
import type { Attempt, Checkout, Proof } from '@/lib/checkout/model';
import type { CallContext, StepResult } from '@/lib/checkout/supplier';
import { acts } from './calls';
import { confirm } from './confirm';
import { actOn, type Desk } from './desk';
import { begin, type HoldMemo, notes, readHold } from './memo';
import { refuse } from './refuse';
import { prepare } from './start';

/**
 * Books for money that the partner has, or for none where none is due. Only with a proof, which the server alone makes. A
 * supplier with a gateway called `external` is told the payment's reference; one that invoices asks for no card at all.
 */
export async function book(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  attempt: Attempt,
  proof: Proof,
): Promise<StepResult> {
  const hold = readHold(checkout.memo);
  if (!hold) return refuse('hold_expired', false);
  const ready = await prepare(desk, ctx, checkout, hold);
  if ('step' in ready) return ready;
  const refused = () => refusedForGood(desk, ctx, hold);
  const at = { desk, ctx, checkout, attempt, hold, memo: begin(hold), looks: false, refused };
  return confirm(at, hold.gateway === 'external' ? externalPayment(checkout, proof) : null);
}

/** What is due is told, and not what came in: whatever is beyond it goes back by whoever collected it. */
function externalPayment({ totals, reference }: Checkout, proof: Proof): JsonObject | null {
  const [total] = totals;
  if (!total || total.due === 0) return null;
  const notesText = [reference, proof.collector, proof.reference].join(' ').slice(0, 255);
  return { gateway: 'external', amount: total.due, currency: total.currency, notes: notesText };
}

/** The partner has the money and the supplier does not want it: the tickets are let go, so that the money goes back. */
async function refusedForGood(desk: Desk, ctx: CallContext, hold: HoldMemo): Promise<StepResult> {
  await actOn(desk, ctx, hold.subject, acts.cancel(hold.subject, 'The payment was not accepted'));
  return { step: { kind: 'failed', code: 'booking_failed' }, memo: notes(begin(hold)) };
}
