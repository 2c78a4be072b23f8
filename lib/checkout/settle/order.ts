import { mergeMoney, oweForFailed } from '../apply/money';
import { patchItem } from '../apply/patch';
import { applyStep } from '../apply/step';
import { activeAttempt, collectorOf } from '../ledgers';
import { marked, unanswered } from '../marks';
import type { Checkout, OperatorOrder } from '../model';
import type { Stored } from '../store';
import type { CancelResult, Supplier } from '../supplier';
import { act } from './act';
import type { HeartDeps } from './deps';
import type { Lease } from './lease';
import { writeStep } from './write';

/** Carries out what an operator ordered; each order leaves a mark with who, what and why, also when it was refused. */
export async function performOrder(
  deps: HeartDeps,
  lease: Lease,
  stored: Stored,
  supplier: Supplier,
): Promise<Stored> {
  const { order } = stored.checkout;
  if (!order) return stored;
  switch (order.act) {
    case 'cancel':
      return cancel(deps, lease, stored, supplier, order);
    case 'timeout-callback':
      return timeoutCallback(deps, lease, stored, supplier, order);
    case 'refund':
      // A refund by the collector is tried anew; settle then does it like any other.
      return writeStep(
        deps,
        lease,
        stored,
        marked(retryRefund(stored.checkout), order, 'refund ordered', deps.clock.now()),
        {},
      );
  }
}

function cancel(
  deps: HeartDeps,
  lease: Lease,
  stored: Stored,
  supplier: Supplier,
  order: OperatorOrder,
): Promise<Stored> {
  const verb = supplier.cancel;
  if (!verb)
    return writeStep(
      deps,
      lease,
      stored,
      marked(stored.checkout, order, 'cancel: not possible', deps.clock.now()),
      {},
    );
  return act<CancelResult>(deps, lease, stored, {
    verb: 'cancel',
    call: (ctx, at) => verb(ctx, at, order.itemIds),
    apply: (at, answer, now) => applyCancel(at, order, answer ?? { kind: 'unknown' }, now),
  });
}

function applyCancel(checkout: Checkout, order: OperatorOrder, result: CancelResult, now: number): Checkout {
  switch (result.kind) {
    case 'cancelled': {
      const cancelled = result.items.reduce(
        (state, id) =>
          patchItem(state, id, (item) => ({ ...item, status: 'cancelled', voucherToCome: false })),
        checkout,
      );
      return marked(
        oweForFailed(mergeMoney(cancelled, result.money)),
        order,
        [`cancelled ${result.items.join(', ')}`, result.policy].filter(Boolean).join(' · '),
        now,
      );
    }
    case 'refused':
      return marked(checkout, order, `cancel refused: ${result.code}`, now);
    case 'with':
      return marked(checkout, order, `cancel refused: only together with ${result.items.join(', ')}`, now);
    case 'unknown':
      return unanswered(checkout, order, now);
  }
}

function timeoutCallback(
  deps: HeartDeps,
  lease: Lease,
  stored: Stored,
  supplier: Supplier,
  order: OperatorOrder,
): Promise<Stored> {
  const attempt = activeAttempt(stored.checkout);
  const verb = supplier.advance;
  // Of a payment to a collector the supplier knows nothing: its word would end what can still be paid.
  if (!verb || !attempt || collectorOf(attempt.option) !== null) {
    return writeStep(
      deps,
      lease,
      stored,
      marked(stored.checkout, order, 'timeout callback: nothing to end', deps.clock.now()),
      {},
    );
  }
  return act(deps, lease, stored, {
    verb: 'advance',
    attempt,
    call: (ctx, at) => verb(ctx, at, attempt, null),
    apply: (at, answer, now) => {
      const result = answer ?? { step: { kind: 'unknown' as const, since: now } };
      return marked(applyStep(at, attempt.id, result, now), order, 'timeout callback sent', now);
    },
  });
}

function retryRefund(checkout: Checkout): Checkout {
  const attempts = checkout.attempts.map((attempt) => ({ ...attempt, refundTried: false }));
  return { ...checkout, attempts };
}
