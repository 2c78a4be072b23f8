import type { Checkout } from '@/lib/checkout/model';
import type { CallContext, CancelResult } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { isMisconfigured } from './errors';
import { itemIdOf } from './map-order';
import { readHold } from './memo';
import { moneyOf } from './settled';

/**
 * Cancels booked orders. Some go only together: then nothing was done, and the answer names the others. What Ingresso
 * charged for what is cancelled is owed until somebody saw that it went back, because no answer tells.
 */
export async function cancel(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  itemIds: readonly string[],
): Promise<CancelResult> {
  const hold = readHold(checkout.memo);
  const numbers = itemIds.filter((id) => /^\d{1,6}$/.test(id)).map(Number);
  if (!hold || numbers.length === 0) return { kind: 'refused', code: 'not_cancellable' };
  const reply = await desk.send(ctx, hold.account, calls.cancel(hold.uuid, numbers));
  if (reply.kind === 'refused') {
    return { kind: 'refused', code: isMisconfigured(reply) ? 'supplier_misconfigured' : 'not_cancellable' };
  }
  if (reply.kind === 'unsent') return { kind: 'refused', code: 'supplier_unavailable' };
  if (reply.kind === 'lost') return { kind: 'unknown' };
  const { must_also_cancel: others, cancelled_item_numbers: done } = reply.value;
  if (others && others.length > 0) return { kind: 'with', items: others.map(itemIdOf) };
  const items = (done ?? []).map(String).filter((id) => itemIds.includes(id));
  if (items.length === 0) return { kind: 'refused', code: 'not_cancellable' };
  const statuses = checkout.items.map(({ id, status }) => ({
    itemId: id,
    status: items.includes(id) ? ('cancelled' as const) : status,
  }));
  const money = hold.mode === 'credit' ? [] : hold.bundles.map((one) => moneyOf(one, statuses, checkout));
  return { kind: 'cancelled', items, money };
}
