import type { Checkout } from '@/lib/checkout/model';
import type { ItemOutcome, MoneyEntry, Step } from '@/lib/checkout/step';
import { failureOf } from './errors';
import { unpaid } from './map';
import { itemIdOf } from './map-order';
import { isVoucherToCome, vouchersOf } from './map-vouchers';
import type { BundleMemo, HoldMemo } from './memo';
import { contentsOf, type OutcomeWire } from './wire';
import type { BundleWire, OrderWire, TrolleyContentsWire } from './wire-order';

/**
 * The last word of a purchase, bundle by bundle: `success` of the whole only says that some of it was bought. Whose
 * bundle failed was not charged for it, because Ingresso gives that money back by itself.
 */
export function settledStep(wire: OutcomeWire, checkout: Checkout, hold: HoldMemo): Step {
  const contents = contentsOf(wire);
  const bundles = contents?.bundle ?? [];
  const items = checkout.items.map(({ id }): ItemOutcome => {
    const bundle = bundles.find(({ order }) => order.some((one) => itemIdOf(one) === id));
    const order = bundle?.order.find((one) => itemIdOf(one) === id);
    // Bought, and not in the answer: nobody has said that it failed.
    return bundle && order
      ? outcomeOf(order, bundle, bundles.length === 1, contents)
      : { itemId: id, status: 'pending' };
  });
  const money =
    hold.mode === 'credit'
      ? []
      : hold.bundles.map((one) => moneyOf(one, items, checkout, contents?.transaction_id || undefined));
  return { kind: 'settled', items, money };
}

function outcomeOf(
  order: OrderWire,
  bundle: BundleWire,
  only: boolean,
  contents: TrolleyContentsWire | null,
): ItemOutcome {
  const itemId = itemIdOf(order);
  const success = bundle.purchase_result?.success ?? (only ? contents?.purchase_result?.success : null);
  const reference = order.backend_purchase_reference || undefined;
  if (order.cancellation_status === 'cancelled') return { itemId, status: 'cancelled', reference };
  if (success === false) return { itemId, status: 'failed', code: failureOf([bundle.purchase_result]) };
  if (success !== true) return { itemId, status: 'pending' };
  return {
    itemId,
    status: 'booked',
    reference,
    vouchers: vouchersOf(order),
    voucherToCome: isVoucherToCome(order),
    instructions: order.send_method?.send_final_comment?.trim() || undefined,
  };
}

/**
 * One payment a bundle. Ingresso names no amounts taken: what was bought was captured whole, what failed not at all. The
 * price of cancelled tickets is owed, all of the payment when all of them were; what came back is noted by a person.
 */
export function moneyOf(
  bundle: BundleMemo,
  statuses: readonly { readonly itemId: string; readonly status: string }[],
  checkout: Checkout,
  reference?: string,
): MoneyEntry {
  const before = checkout.money.find(({ key }) => key === bundle.source);
  const own = statuses.filter(({ itemId }) => bundle.itemIds.includes(itemId));
  const some = (status: string) => own.some((one) => one.status === status);
  const captured = some('booked') || some('cancelled') ? bundle.total : 0;
  const gone = own.filter(({ status }) => status === 'cancelled');
  const owed =
    gone.length === own.length ? captured : gone.reduce((sum, one) => sum + priceOf(one.itemId, checkout), 0);
  const refunded = before?.refunded ?? 0;
  return {
    ...unpaid(bundle),
    captured,
    refunded,
    refundDue: Math.max(0, owed - refunded),
    reference: reference ?? before?.reference,
    ...(some('pending') ? { standing: 'pending' as const } : {}),
  };
}

function priceOf(id: string, { items }: Checkout): number {
  const item = items.find((one) => one.id === id);
  return item ? item.price.amount + item.fee.amount : 0;
}
