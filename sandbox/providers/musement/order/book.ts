import { randomBytes } from 'node:crypto';
import type { Desk } from '../desk';
import { durationMs } from '../time';
import { end, move, note, touch } from './change';
import type { Order, OrderItem, Payment } from './model';
import { refund } from './refund';

/** How long an instant item says PENDING, and a refused one KO before its money starts to go back. */
const MOMENT_MS = 1_500;

/** The money is in hand, or none is due: every item is asked for at its supplier. Done once however often it is heard. */
export function paid(desk: Desk, order: Order, payment: Payment | null): void {
  if (order.paid) return;
  order.paid = true;
  order.payment = payment;
  order.challenge = null;
  touch(desk, order);
  for (const item of order.items) {
    note(desk, order, item, 'booking');
    ask(desk, order, item);
  }
}

/** The supplier thinks: a moment, as long as the activity's scenario has it, or until its time is over. */
function ask(desk: Desk, order: Order, item: OrderItem): void {
  const { behaviour, maxConfirmationTime } = item.cartItem.product.slot.activity;
  const thinks = behaviour?.answersAfterMs;
  if (thinks === 'never') {
    desk.world.later(durationMs(maxConfirmationTime), () =>
      answer(desk, order, item, false, 'NOT-CONFIRMED-IN-TIME'),
    );
    return;
  }
  desk.world.later(thinks ?? MOMENT_MS, () => answer(desk, order, item, !behaviour?.refuses));
}

/** The supplier's answer, once: what is no longer PENDING does not listen. */
export function answer(
  desk: Desk,
  order: Order,
  item: OrderItem,
  yes: boolean,
  reason = 'NO-AVAILABILITY',
): void {
  if (item.status !== 'PENDING' || !order.paid) return;
  const { product, quantity } = item.cartItem;
  const { behaviour } = product.slot.activity;
  item.holding = yes && desk.store.stock.take(product.slot, quantity);
  if (!item.holding) {
    item.cancellation = { reason, info: null };
    move(desk, order, item, 'KO');
    note(desk, order, item, 'failed');
    if (!behaviour?.keepsMoney) desk.world.later(MOMENT_MS, () => refund(desk, order, item, 100));
    return;
  }
  item.reference = `MT${randomBytes(4).toString('hex').toUpperCase()}`;
  const issue = () => {
    item.voucher ??= randomBytes(18).toString('base64url');
    desk.store.vouchers.set(item.voucher, { order, item });
    touch(desk, order);
  };
  if (behaviour?.voucherMs) desk.world.later(behaviour.voucherMs, issue);
  else issue();
  move(desk, order, item, 'OK');
  note(desk, order, item, 'booked');
  if (behaviour?.givenUpAfterMs) desk.world.later(behaviour.givenUpAfterMs, () => giveUp(desk, order, item));
}

/** The venue takes back what it had confirmed; all of the money goes back. */
export function giveUp(desk: Desk, order: Order, item: OrderItem): void {
  if (item.status !== 'OK') return;
  end(desk, order, item, { reason: 'CLOSED-BY-SUPPLIER', info: 'The venue closed on that day.' });
  refund(desk, order, item, 100);
}
