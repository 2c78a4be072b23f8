import type { Desk } from '../desk';
import { precision } from '../money';
import { type Card, type Order, outstanding, paid, pricingOf } from '../order/model';
import type { Session } from '../session';

/**
 * The `cardPayment` of an order and of each of its bookings: how to pay what is still due. Null where nothing ever has
 * to be paid by card (the reseller collects, or it is free); an Adyen order says it with an empty `adyen` instead.
 * Undefined where the capability was not agreed on. May talk to the gateway: call it with the order locked.
 */
export async function cardPayment(
  desk: Desk,
  session: Session,
  order: Order,
): Promise<Record<string, unknown> | null | undefined> {
  if (!session.capabilities.has('octo/cardPayments')) return undefined;
  const { gateway, currency } = order;
  if (gateway === null || currency === null || order.connection.settlement !== 'DIRECT') return null;
  const due = outstanding(order);
  if (gateway !== 'adyen' && due === 0 && order.payments.length === 0) return null;
  const own = order.payments.filter((payment) => payment.gateway === gateway);
  const part = await desk.gateways[gateway].present(order, payable(desk, order) ? due : 0);
  return {
    gateway,
    id: order.id,
    source: 'ECOM',
    paid: own.reduce((sum, one) => sum + one.amount - one.refunded, 0),
    totalPaid: order.payments.reduce((sum, one) => sum + one.amount, 0),
    totalRefunded: order.payments.reduce((sum, one) => sum + one.refunded, 0),
    paidSurcharge: 0,
    balance: pricingOf(order).retail - paid(order),
    surcharge: 0,
    outstandingBalance: due,
    currency,
    currencyPrecision: precision(currency),
    reusableCards: reusableCards(order),
    [gateway]: part,
  };
}

/** False once the hold is over: nothing must be prepared for a payment that would buy nothing. */
function payable(desk: Desk, order: Order): boolean {
  const held = order.bookings.some(({ status }) => status === 'ON_HOLD');
  if (!held) return outstanding(order) > 0;
  return order.paidMs !== null || order.expiresMs > desk.world.clock.now();
}

/** Cards of earlier payments on this order, each once. */
export function reusableCards(order: Order): Card[] {
  const cards = order.payments.flatMap(({ card }) => card ?? []);
  return [...new Map(cards.map((card) => [card.id, card])).values()];
}
