import type { Checkout } from '@/lib/checkout/model';
import type { CallContext, CancelResult } from '@/lib/checkout/supplier';
import { calls } from './client';
import { type Desk, readBasket } from './desk';
import { failureOf } from './errors';
import { readHold } from './memo';
import { moneyOf } from './money';

/**
 * Cancels booked items, one by one, each once. What its answer holds is not published in full, so the basket is read
 * afterwards and counts. Tickitto gives the money back; until it says so, it is owed.
 */
export async function cancel(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  itemIds: readonly string[],
): Promise<CancelResult> {
  const hold = readHold(checkout.memo);
  if (!hold) return { kind: 'refused', code: 'not_cancellable' };
  let refused: CancelResult | null = null;
  for (const id of itemIds) {
    const reply = await desk.send(ctx, calls.cancel(hold.basketId, id));
    if (reply.kind === 'ok') continue;
    if (reply.kind === 'lost') return { kind: 'unknown' };
    const code = reply.kind === 'refused' ? failureOf(reply.type) : 'supplier_unavailable';
    refused ??= { kind: 'refused', code };
  }
  const basket = await readBasket(desk, ctx, hold.basketId);
  if (basket.kind !== 'ok') return refused ?? { kind: 'unknown' };
  const gone = basket.value.items.filter(({ state }) => state === 'cancelled' || state === 'cancelling');
  const items = itemIds.filter((id) => gone.some(({ shown }) => shown.id === id));
  if (items.length === 0) return refused ?? { kind: 'unknown' };
  return { kind: 'cancelled', items, money: [moneyOf(basket.value, checkout, undefined)] };
}
