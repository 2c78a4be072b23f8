import type { Checkout } from '@/lib/checkout/model';
import type { MoneyEntry } from '@/lib/checkout/step';
import { type Basket, type BasketItem, type ItemState, isPaid } from './basket';

/** One payment intent pays for the whole basket, so there is one line of money. */
const KEY = 'basket';

/** Items whose money belongs back with the customer; `cancelled` and `cancelling` by an operator's order. */
const OWED: ReadonlySet<ItemState> = new Set(['failed', 'refunded', 'cancelled', 'cancelling']);

/** The money of a basket that was just held: due, and nothing taken. */
export function unpaid(basket: Basket): MoneyEntry {
  const { currency, exponent, due } = basket.totals;
  const itemIds = basket.items.map(({ shown }) => shown.id);
  const nothing = { authorised: 0, captured: 0, refunded: 0, refundDue: 0 };
  return { key: KEY, itemIds, collectedBy: 'supplier', currency, exponent, due, ...nothing };
}

/**
 * The money of a basket as Tickitto tells it. It names no amounts taken or given back, so they follow from the items:
 * once checked out the total was captured (what Stripe itself told before counts more), an errored item's price and
 * fee are owed, and `errored_and_refunded` says that they went back. What an operator marked as refunded stays so.
 */
export function moneyOf(basket: Basket, checkout: Checkout, reference: string | undefined): MoneyEntry {
  const before = checkout.money.find(({ key }) => key === KEY);
  const { due } = basket.totals;
  const known = before?.captured ?? 0;
  const captured = known > 0 || !isPaid(basket) ? known : due;
  const owed = shareOf(basket, captured, (item) => OWED.has(item.state));
  const back = shareOf(basket, captured, (item) => item.state === 'refunded');
  const refunded = Math.max(before?.refunded ?? 0, back);
  return {
    ...unpaid(basket),
    captured,
    refunded,
    refundDue: Math.max(0, owed - refunded),
    reference: reference ?? before?.reference,
  };
}

/** What was paid for some of the items, with their fees; a discount is shared in proportion. Minor units. */
function shareOf(basket: Basket, captured: number, which: (item: BasketItem) => boolean): number {
  const charged = basket.items.filter(({ state }) => state !== 'lost');
  const gross = (items: readonly BasketItem[]) =>
    items.reduce((sum, { shown }) => sum + shown.price.amount + shown.fee.amount, 0);
  const all = gross(charged);
  const some = gross(charged.filter(which));
  if (some === all) return charged.some(which) ? captured : 0;
  return captured === all ? some : Math.round(captured * (some / all));
}
