import { assertNever } from '@/lib/checkout/errors';
import type { Checkout } from '@/lib/checkout/model';
import { SOON_MS } from '@/lib/checkout/schedule';
import type { ItemOutcome, Step } from '@/lib/checkout/step';
import type { StripeCardParams } from '@/lib/payments/stripe-card/types';
import { type Basket, type BasketItem, heldItems, isPaid } from './basket';
import { payStep } from './memo';
import { moneyOf } from './money';

/**
 * Tickitto's word on a checkout, from its basket. `pay` is what the page was handed to pay with; null before that.
 * Before payment this never says more than "still to pay"; whether the card was charged is Stripe's to tell.
 */
export function stepOf(basket: Basket, checkout: Checkout, pay: StripeCardParams | null, now: number): Step {
  if (isPaid(basket)) return afterPayment(basket, checkout, pay);
  // A status that we do not know may mean that money is moving, and then nobody may be asked for more of it.
  if (basket.state === 'unknown' || ours(basket, checkout).some((item) => item?.state === 'unknown')) {
    return { kind: 'unknown', since: now };
  }
  const held = new Set(heldItems(basket).map(({ shown }) => shown.id));
  if (!checkout.items.some(({ id }) => held.has(id)))
    return { kind: 'declined', code: 'hold_expired', holdKept: false };
  // While items are being held again the sums may move back and forth; they count once that is over.
  const settled = basket.items.every(({ state }) => state !== 'holding');
  if (settled && !isAsShown(basket, checkout, held)) {
    return { kind: 'declined', code: 'price_changed', holdKept: true };
  }
  // `payment_failed` too: the intent of a refused card takes another, and ending the attempt would take the form away
  // from a customer who is already typing the next card.
  if (pay) return payStep(pay);
  return { kind: 'wait', retryAfterMs: SOON_MS, why: 'starting' };
}

/** What was shown is what will be charged: the same tickets and the same total, in the same currency. */
function isAsShown({ totals }: Basket, checkout: Checkout, held: ReadonlySet<string>): boolean {
  const [shown, ...others] = checkout.totals;
  const same = shown?.currency === totals.currency && shown.due === totals.due && others.length === 0;
  return same && held.size === checkout.items.length && checkout.items.every(({ id }) => held.has(id));
}

function ours(basket: Basket, checkout: Checkout): readonly (BasketItem | undefined)[] {
  return checkout.items.map(({ id }) => basket.items.find(({ shown }) => shown.id === id));
}

/** Item by item once one of them has ended; until then the customer waits for the first. */
function afterPayment(basket: Basket, checkout: Checkout, pay: StripeCardParams | null): Step {
  const items = checkout.items.map(({ id }, index) => outcomeOf(id, ours(basket, checkout)[index]));
  const over = basket.state === 'done' || items.some(({ status }) => status !== 'pending');
  if (!over) return { kind: 'wait', retryAfterMs: SOON_MS, why: 'booking' };
  return { kind: 'settled', items, money: [moneyOf(basket, checkout, pay?.intent)] };
}

function outcomeOf(itemId: string, item: BasketItem | undefined): ItemOutcome {
  // Paid, and not in the basket any more: nobody has said that it failed.
  if (!item) return { itemId, status: 'pending' };
  switch (item.state) {
    case 'booked': {
      const { reference, vouchers } = item;
      return {
        itemId,
        status: 'booked',
        reference,
        vouchers,
        voucherToCome: vouchers.length === 0 && item.fulfilled,
      };
    }
    case 'failed':
    case 'refunded':
      return { itemId, status: 'failed', code: 'booking_failed' };
    case 'lost':
      return { itemId, status: 'failed', code: 'seats_gone' };
    case 'cancelled':
      return { itemId, status: 'cancelled' };
    case 'held':
    case 'holding':
    case 'working':
    case 'cancelling':
    case 'unknown':
      return { itemId, status: 'pending' };
    default:
      return assertNever(item.state);
  }
}
