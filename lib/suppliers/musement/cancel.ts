import type { Checkout } from '@/lib/checkout/model';
import type { CallContext, CancelResult } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { isMisconfigured } from './errors';
import { rowsOf } from './map';
import { readHold } from './memo';
import { costOf, noteKept } from './money';
import { CANCELLED_BY_US } from './names';
import { policyText, shareBack } from './policy';
import { settledStep } from './settled';
import { standingOf } from './standing';

/**
 * Gives up booked items, one at a time, each once. What its refund policy says is read before, for whoever ordered it; what is too
 * late is refused by the supplier. Whether it worked is read from the order afterwards.
 */
export async function cancel(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  itemIds: readonly string[],
): Promise<CancelResult> {
  const hold = readHold(checkout.memo);
  if (!hold?.order) return { kind: 'refused', code: 'not_cancellable' };
  const before = await standingOf(desk, ctx, hold);
  if (before.kind !== 'order') return { kind: 'refused', code: 'supplier_unavailable' };
  const wanted = rowsOf(before.order, hold).filter(({ item }) => itemIds.includes(item));
  const policies: string[] = [];
  let kept = 0;
  let refused: CancelResult | null = null;
  for (const { item, wire } of wanted) {
    if (!wire) continue;
    const done = await giveUp(desk, ctx, before.order.uuid, wire.uuid);
    if (done.kind === 'unknown') return done;
    if (done.kind === 'refused') refused ??= done;
    else {
      policies.push(`${item}: ${done.policy === null ? 'policy unread' : policyText(done.policy)}`);
      kept += keptOf(checkout, item, done.policy, desk.now());
    }
  }
  const after = await standingOf(desk, ctx, hold);
  if (after.kind !== 'order') return refused ?? { kind: 'unknown' };
  const ids = wanted.map(({ item }) => item);
  const gone = rowsOf(after.order, hold).filter(
    ({ item, state }) => ids.includes(item) && (state === 'refunding' || state === 'refunded'),
  );
  // On its way to either end: it is not cancelled before the supplier has said so.
  if (gone.length === 0) return refused ?? { kind: 'unknown' };
  const { money } = await settledStep(desk, ctx, noteKept(checkout, kept), hold, after.order);
  const policy = policies.length > 0 ? { policy: policies.join(' · ').slice(0, 500) } : {};
  return { kind: 'cancelled', items: gone.map(({ item }) => item), money, ...policy };
}

type GivenUp = Extract<CancelResult, { kind: 'refused' | 'unknown' }> | { kind: 'sent'; policy: unknown };

/** Cancels one item, once, and answers what its refund policy was when it was; null where it could not be read. */
async function giveUp(desk: Desk, ctx: CallContext, order: string, item: string): Promise<GivenUp> {
  const policy = await desk.send(ctx, calls.policies(order, item));
  const reason = { cancellation_reason: CANCELLED_BY_US, cancellation_additional_info: '' };
  const reply = await desk.send(ctx, calls.cancel(order, item, reason));
  if (reply.kind === 'ok') return { kind: 'sent', policy: policy.kind === 'ok' ? policy.value : null };
  if (reply.kind === 'lost' || reply.kind === 'moved') return { kind: 'unknown' };
  const ours = reply.kind === 'unsent' || isMisconfigured(reply);
  return { kind: 'refused', code: ours ? 'supplier_unavailable' : 'not_cancellable' };
}

/** What a policy keeps of an item that is cancelled now; what cannot be read keeps nothing. Minor units. */
function keptOf(checkout: Checkout, id: string, policy: unknown, now: number): number {
  const cost = costOf(checkout, id);
  const startsAt = checkout.items.find((item) => item.id === id)?.startsAt;
  return cost - Math.round(cost * (shareBack(policy, startsAt, now) ?? 1));
}
