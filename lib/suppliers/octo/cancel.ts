import type { Checkout } from '@/lib/checkout/model';
import type { CallContext, CancelResult } from '@/lib/checkout/supplier';
import { acts } from './calls';
import { actOn, type Desk, readOrder } from './desk';
import { isMisconfigured } from './errors';
import { readHold } from './memo';
import { moneyOf } from './money';

/**
 * Gives up booked tickets, one booking at a time, each once; what is too late to be refunded is refused by the supplier,
 * because it is never forced. Whether it worked is read from the order afterwards.
 */
export async function cancel(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  itemIds: readonly string[],
): Promise<CancelResult> {
  const hold = readHold(checkout.memo);
  if (!hold) return { kind: 'refused', code: 'not_cancellable' };
  const wanted = hold.bookings.filter(({ item }) => itemIds.includes(item));
  let refused: CancelResult | null = null;
  for (const { uuid } of wanted) {
    const subject = { kind: 'booking', id: uuid } as const;
    const reply = await actOn(desk, ctx, subject, acts.cancel(subject, 'Cancelled by the operator'));
    if (reply.kind === 'ok') continue;
    if (reply.kind === 'lost') return { kind: 'unknown' };
    const ours = reply.kind === 'unsent' || isMisconfigured(reply);
    refused ??= { kind: 'refused', code: ours ? 'supplier_unavailable' : 'not_cancellable' };
  }
  const order = await readOrder(desk, ctx, hold.subject);
  if (order.kind !== 'ok') return refused ?? { kind: 'unknown' };
  const gone = order.value.bookings.filter(({ state }) => state === 'cancelled').map(({ uuid }) => uuid);
  const items = wanted.filter(({ uuid }) => gone.includes(uuid)).map(({ item }) => item);
  if (items.length === 0) return refused ?? { kind: 'unknown' };
  return { kind: 'cancelled', items, money: moneyOf(order.value, hold, checkout) };
}
