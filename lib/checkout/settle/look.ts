import { applyCheck } from '../apply/check';
import { applyCollection } from '../apply/collection';
import { attentionOf } from '../attention';
import { same } from '../equal';
import { activeAttempt, collectorOf, isOver } from '../ledgers';
import type { Hint, Look, PaymentMethod } from '../method';
import type { Attempt, Checkout, Input } from '../model';
import { collectorFor } from '../operator-collector';
import type { Stored } from '../store';
import type { CallRecord, Supplier } from '../supplier';
import { NOBODY, readContext, toJournal } from './act';
import type { HeartDeps } from './deps';
import { evidenceOf, methodOf } from './evidence';
import type { Lease } from './lease';
import { writeStep } from './write';

/**
 * Looks at how things stand: the collector for money of the partner's that is not in yet, else the supplier (and the collector
 * before it, where more may come in), and the payment provider beside it while the customer may be paying. Reads only. Writes only news, so that waiting costs
 * neither history nor a new version; `changed` says whether there was any.
 */
export async function look(
  deps: HeartDeps,
  lease: Lease,
  before: Stored,
  supplier: Supplier,
  attempt: Attempt | null,
  inputs: readonly Input[],
): Promise<{ readonly stored: Stored; readonly changed: boolean }> {
  const { checkout } = before;
  const calls: CallRecord[] = [];
  const collected =
    attempt && mayCollect(checkout, attempt) ? await lookAtCollector(deps, checkout, attempt, calls) : null;
  const after =
    collected && attempt?.proof === null
      ? collected
      : await lookAtSupplier(deps, supplier, collected ?? checkout, attempt, inputs, calls);
  // A doubt that nothing was heard about becomes a person's business by its age alone: that is news too.
  const called = attentionOf(after, deps.clock.now())?.code !== checkout.attention?.code;
  const changed = inputs.length > 0 || called || !same(after, checkout);
  if (!changed) return { stored: before, changed };
  const method = methodOf(deps, attempt?.step ?? null);
  const stored = await writeStep(deps, lease, before, after, {
    journal: calls.map(toJournal),
    used: inputs.map((input) => ({ id: input.id, evidence: evidenceOf(method, input) })),
  });
  return { stored, changed };
}

/** Money of the partner's may come in: for the first time, or once more through a link that was paid and stays open. */
function mayCollect(checkout: Checkout, { id, option, proof, open }: Attempt): boolean {
  if (collectorOf(option) === null) return false;
  return proof === null || (open === true && activeAttempt(checkout)?.id !== id);
}

async function lookAtCollector(
  deps: HeartDeps,
  checkout: Checkout,
  attempt: Attempt,
  calls: CallRecord[],
): Promise<Checkout> {
  const collector = collectorFor(deps.collectors, attempt);
  if (!collector) return checkout;
  const ctx = { ...readContext(checkout, calls), returnUrl: '', returnToken: '', client: NOBODY };
  const word = await collector.check(ctx, checkout, attempt);
  return applyCollection(checkout, attempt.id, word, deps.clock.now());
}

async function lookAtSupplier(
  deps: HeartDeps,
  supplier: Supplier,
  checkout: Checkout,
  attempt: Attempt | null,
  inputs: readonly Input[],
  calls: CallRecord[],
): Promise<Checkout> {
  const ctx = readContext(checkout, calls);
  const result = await supplier.check(ctx, checkout, attempt);
  const payStep =
    result.step.kind === 'pay'
      ? result.step
      : (result.watch ?? (attempt?.step?.kind === 'pay' ? attempt.step : null));
  const method = methodOf(deps, payStep);
  // Once tickets are decided, only money through an attempt that was given up is still news.
  const matters = result.step.kind !== 'settled' || (attempt !== null && isOver(attempt));
  const word: Look | null =
    method?.look && payStep && matters ? await method.look(ctx, payStep.params) : null;
  const findings = {
    result,
    look: word,
    hint: hintOf(methodOf(deps, attempt?.step ?? null), attempt, inputs),
  };
  return applyCheck(checkout, attempt?.id ?? null, findings, deps.clock.now());
}

/** The newest hint that speaks of the present step; one that names an older step says nothing. */
function hintOf(
  method: PaymentMethod | null,
  attempt: Attempt | null,
  inputs: readonly Input[],
): Hint | null {
  const fresh = inputs.findLast((input) => input.kind === 'result' && input.stepId === attempt?.step?.id);
  return method && fresh ? method.hint(fresh.data) : null;
}
