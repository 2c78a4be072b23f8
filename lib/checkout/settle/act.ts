import { patchAttempt } from '../apply/patch';
import type { Json, JsonObject } from '../json';
import type { ActingVerb, Attempt, Checkout, ClientFacts, Input, Intent, JournalEntry } from '../model';
import type { Stored } from '../store';
import type { CallContext, CallRecord, PayContext } from '../supplier';
import type { HeartDeps } from './deps';
import type { Lease } from './lease';
import { writeStep } from './write';

/** Where nothing is known of the browser any more. */
export const NOBODY: ClientFacts = { ip: null, userAgent: null, accept: null };

/** One acting call: which verb, for which attempt, and what its answer does to the checkout. */
export interface Act<R> {
  readonly verb: ActingVerb;
  readonly attempt?: Attempt;
  readonly input?: Input | null;
  readonly call: (ctx: PayContext, checkout: Checkout) => Promise<R>;
  /** Null when the call ended in a fault: nothing is known of what it did. */
  readonly apply: (checkout: Checkout, answer: R | null, now: number) => Checkout;
  /** What may be kept of the input. */
  readonly evidence?: (input: Input) => Json;
}

/**
 * Calls a verb that may move money or tickets: the intent is durable before it, the outcome after it. A process that
 * dies in between leaves the intent, and whoever settles next knows that the answer was lost.
 */
export async function act<R>(deps: HeartDeps, lease: Lease, before: Stored, plan: Act<R>): Promise<Stored> {
  const returnToken = plan.attempt ? deps.newId() : undefined;
  const intent: Intent = {
    id: deps.newId(),
    verb: plan.verb,
    attemptId: plan.attempt?.id,
    inputId: plan.input?.id,
    returnToken,
    at: deps.clock.now(),
  };
  const intended = await writeStep(
    deps,
    lease,
    before,
    { ...withToken(before.checkout, plan.attempt, returnToken), intent },
    {
      journal: [{ at: intent.at, kind: 'intent', name: plan.verb, attemptId: plan.attempt?.id }],
      returnToken:
        returnToken && plan.attempt ? { token: returnToken, attemptId: plan.attempt.id } : undefined,
    },
  );
  await deps.checkpoint?.('before-call', plan.verb);
  const calls: CallRecord[] = [];
  const ctx = payContext(deps, intended.checkout, calls, returnToken ?? '', plan.attempt ?? null);
  const answer = await attemptCall(deps, plan, ctx, intended.checkout);
  await deps.checkpoint?.('after-call', plan.verb);
  const now = deps.clock.now();
  const applied = plan.apply({ ...intended.checkout, intent: null }, answer, now);
  const written = await writeStep(deps, lease, intended, applied, {
    journal: [...calls.map(toJournal), outcome(plan, answer === null, now)],
    used: plan.input ? [{ id: plan.input.id, evidence: plan.evidence?.(plan.input) ?? null }] : [],
  });
  await deps.checkpoint?.('after-write', plan.verb);
  return written;
}

async function attemptCall<R>(
  deps: HeartDeps,
  plan: Act<R>,
  ctx: PayContext,
  checkout: Checkout,
): Promise<R | null> {
  try {
    return await plan.call(ctx, checkout);
  } catch (cause) {
    deps.log('supplier.fault', {
      checkoutId: checkout.id,
      verb: plan.verb,
      code: cause instanceof Error ? cause.name : 'unknown',
    });
    return null;
  }
}

function outcome<R>(plan: Act<R>, faulted: boolean, at: number): JournalEntry {
  return {
    at,
    kind: 'outcome',
    name: faulted ? `${plan.verb}:fault` : plan.verb,
    attemptId: plan.attempt?.id,
  };
}

/** Context of a verb that only reads. */
export function readContext(checkout: Checkout, calls: CallRecord[]): CallContext {
  const { traceId, locale } = checkout;
  return { traceId, locale, record: (call) => calls.push(call) };
}

function payContext(
  deps: HeartDeps,
  checkout: Checkout,
  calls: CallRecord[],
  token: string,
  attempt: Attempt | null,
): PayContext {
  const client = attempt?.client ?? NOBODY;
  return { ...readContext(checkout, calls), returnUrl: deps.returnUrl(token), returnToken: token, client };
}

/** From this intent on only a return with the new token may act; the one before it is spent. */
function withToken(
  checkout: Checkout,
  attempt: Attempt | undefined,
  returnToken: string | undefined,
): Checkout {
  return attempt && returnToken ? patchAttempt(checkout, attempt.id, { returnToken }) : checkout;
}

/** An HTTP call as a journal line. */
export function toJournal({ at, name, ...call }: CallRecord): JournalEntry {
  const data: JsonObject = { ...call };
  return { at, kind: 'call', name, data };
}
