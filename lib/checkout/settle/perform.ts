import { applyCollection, applyRefund } from '../apply/collection';
import { applyHold, applyRelease, endHold } from '../apply/hold';
import { patchAttempt, placeStep, putAttempt } from '../apply/patch';
import { applyStep } from '../apply/step';
import type { Collection } from '../collector';
import type { Action } from '../decide';
import { assertNever, Fault } from '../errors';
import type { Attempt, Checkout } from '../model';
import { collectorFor, OPERATOR } from '../operator-collector';
import { LOST_PATIENCE_MS } from '../schedule';
import type { Step } from '../step';
import type { Stored } from '../store';
import type { StepResult, Supplier } from '../supplier';
import { act } from './act';
import type { HeartDeps } from './deps';
import { evidenceOf, methodOf } from './evidence';
import type { Lease } from './lease';
import { performOrder } from './order';
import { recover } from './recover';
import { writeStep } from './write';

/** Everything that `decide` can ask for except looking and resting. */
export type Doing = Exclude<Action, { kind: 'look' | 'rest' }>;

/** Carries out one decided action and writes what came of it. */
export async function perform(
  deps: HeartDeps,
  lease: Lease,
  stored: Stored,
  supplier: Supplier,
  action: Doing,
): Promise<Stored> {
  const { checkout } = stored;
  switch (action.kind) {
    case 'recover':
      return writeStep(deps, lease, stored, recover(checkout, action.intent, supplier, deps.clock.now()), {
        journal: [
          {
            at: deps.clock.now(),
            kind: 'outcome',
            name: `${action.intent.verb}:lost`,
            attemptId: action.intent.attemptId,
          },
        ],
      });
    case 'close':
      return writeStep(deps, lease, stored, { ...checkout, closing: action.as }, {});
    case 'lapse':
      return writeStep(deps, lease, stored, endHold(checkout, deps.clock.now()), {});
    case 'hold':
      return act(deps, lease, stored, {
        verb: 'hold',
        call: (ctx, at) => supplier.hold(ctx, at.request, at.items.length > 0 ? at : null),
        apply: (at, answer, now) => applyHold(at, answer ?? { kind: 'unknown' }, supplier.lost.hold, now),
      });
    case 'release':
      return act(deps, lease, stored, {
        verb: 'release',
        call: async (ctx, at) => required(supplier.release)(ctx, at),
        apply: (at, answer, now) => applyRelease(at, answer ?? { kind: 'unknown' }, now),
      });
    case 'start':
      return act(deps, lease, stored, {
        verb: 'start',
        attempt: action.attempt,
        call: (ctx, at) => supplier.start(ctx, at, action.attempt),
        apply: (at, answer, now) => applyStart(at, action.attempt, answer ?? doubt(now), supplier, now),
      });
    case 'advance':
      return act(deps, lease, stored, {
        verb: 'advance',
        attempt: action.attempt,
        input: action.input,
        call: async (ctx, at) => required(supplier.advance)(ctx, at, action.attempt, action.input),
        apply: (at, answer, now) =>
          applyStep(at, action.attempt.id, answer ?? doubt(now), now, action.input !== null),
        evidence: (input) => evidenceOf(methodOf(deps, action.attempt.step), input),
      });
    case 'collect':
      return collect(deps, lease, stored, supplier, action.attempt);
    case 'book':
      return act(deps, lease, stored, {
        verb: 'book',
        attempt: action.attempt,
        call: async (ctx, at) => required(supplier.book)(ctx, at, action.attempt, action.proof),
        apply: (at, answer, now) => applyStep(at, action.attempt.id, answer ?? doubt(now), now),
      });
    case 'refund':
      return refund(deps, lease, stored, action.attempt, action.amount);
    case 'order':
      return performOrder(deps, lease, stored, supplier);
    default:
      return assertNever(action);
  }
}

/** Has the partner's collector ask for the money, once the supplier has said that the price still stands, where it must be asked. */
function collect(
  deps: HeartDeps,
  lease: Lease,
  stored: Stored,
  supplier: Supplier,
  attempt: Attempt,
): Promise<Stored> {
  const collector = required(collectorFor(deps.collectors, attempt));
  // What an operator has in hand was paid already.
  const ready = collector.id === OPERATOR ? undefined : supplier.ready;
  return act<{ stop: StepResult } | { word: Collection }>(deps, lease, stored, {
    verb: 'collect',
    attempt,
    call: async (ctx, at) => {
      const stop = (await ready?.(ctx, at)) ?? null;
      return stop ? { stop } : { word: await collector.collect(ctx, at, attempt) };
    },
    apply: (at, answer, now) => {
      const known = forgetClient(at, attempt);
      if (answer && 'stop' in answer) return applyStep(known, attempt.id, answer.stop, now);
      return applyCollection(known, attempt.id, answer?.word ?? { kind: 'unknown' }, now);
    },
  });
}

function doubt(now: number): StepResult {
  return { step: { kind: 'unknown', since: now } };
}

/**
 * A start whose answer was lost is repeated where that is safe: nothing was handed to the customer, so nothing can
 * have been paid. Otherwise it is a doubt, which only looking resolves.
 */
function applyStart(
  checkout: Checkout,
  attempt: Attempt,
  result: StepResult,
  supplier: Supplier,
  now: number,
): Checkout {
  if (result.step.kind !== 'unknown' || supplier.lost.start === 'check') {
    return applyStep(forgetClient(checkout, attempt), attempt.id, result, now);
  }
  if (now - attempt.startedAt <= LOST_PATIENCE_MS) return checkout;
  const step: Step = { kind: 'declined', code: 'supplier_unavailable', holdKept: true };
  return putAttempt(checkout, {
    ...placeStep(attempt, step, now),
    status: 'declined',
    lastDecline: 'supplier_unavailable',
  });
}

function forgetClient(checkout: Checkout, attempt: Attempt): Checkout {
  return patchAttempt(checkout, attempt.id, { client: null });
}

/** Gives the partner's money back where its collector can; else it stays owed, and an operator is called. */
async function refund(
  deps: HeartDeps,
  lease: Lease,
  stored: Stored,
  attempt: Attempt,
  amount: number,
): Promise<Stored> {
  const collector = collectorFor(deps.collectors, attempt);
  const { proof } = attempt;
  if (!collector?.refund || !proof) {
    return writeStep(
      deps,
      lease,
      stored,
      patchAttempt(stored.checkout, attempt.id, { refundTried: true }),
      {},
    );
  }
  return act(deps, lease, stored, {
    verb: 'refund',
    attempt,
    call: async (ctx) => required(collector.refund)(ctx, proof, amount),
    apply: (at, answer) =>
      applyRefund(
        patchAttempt(at, attempt.id, { refundTried: true }),
        attempt.id,
        amount,
        answer ?? 'unknown',
      ),
  });
}

/** A capability that `decide` saw; its absence now is a bug. */
function required<T>(verb: T | undefined): T {
  if (verb === undefined) throw new Fault('capability_missing', 'The verb that was decided on is not there');
  return verb;
}
