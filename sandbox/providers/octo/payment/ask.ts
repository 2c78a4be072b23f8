import type { Desk } from '../desk';
import type { Authorised, Sent } from '../gateways/types';
import type { Order } from '../order/model';
import { Refusal } from '../refusals';
import { reusableCards } from './envelope';

const SOURCES = ['POS', 'ECOM', 'MOTO'];

/**
 * Asks the order's gateway for `due` by what the caller sent, and answers money that is there for the taking.
 * Throws PAYMENT_PENDING while the gateway's word is on its way, and BAD_REQUEST with the reason when it is a no.
 */
export async function askForMoney(
  desk: Desk,
  order: Order,
  due: number,
  sent: Sent | null | undefined,
): Promise<Authorised> {
  if (!sent || order.gateway === null) throw new Refusal('BAD_REQUEST', 'cardPayment is required.');
  check(order, due, sent);
  const gateway = desk.gateways[order.gateway];
  const card = sent.cardId ? reusableCards(order).find(({ id }) => id === sent.cardId) : undefined;
  if (sent.cardId && !card) throw new Refusal('INVALID_CARD_ID');
  const outcome = card ? await gateway.again(order, due, card) : await gateway.authorise(order, due, sent);
  switch (outcome.kind) {
    case 'pending':
      throw new Refusal('PAYMENT_PENDING');
    case 'refused':
      throw new Refusal('BAD_REQUEST', outcome.message);
    case 'authorised':
      if (outcome.byWebhook && !wordArrived(desk, order)) throw new Refusal('PAYMENT_PENDING');
      return outcome;
  }
}

function check(order: Order, due: number, sent: Sent): void {
  if (sent.source && !SOURCES.includes(sent.source)) throw new Refusal('GATEWAY_INVALID_SOURCE');
  if (sent.gateway && sent.gateway !== order.gateway) throw new Refusal('GATEWAY_MISMATCH');
  if (sent.currency && sent.currency !== order.currency) throw new Refusal('GATEWAY_CURRENCY_MISMATCH');
  if (typeof sent.amount === 'number' && sent.amount !== due)
    throw new Refusal('BAD_REQUEST', `The amount is ${sent.amount}, and ${due} is to be paid.`);
}

/** Whether the supplier has heard from the gateway. In life a moment; in the scenarios, and by action, later. */
function wordArrived(desk: Desk, order: Order): boolean {
  if (order.wordSent) return true;
  const now = desk.world.clock.now();
  order.wordSinceMs ??= now;
  const since = order.wordSinceMs;
  if (desk.store.holdingWords) return false;
  return order.bookings.every(({ product: { behaviour } }) => {
    if (behaviour?.wordHeld) return false;
    return now >= since + (behaviour?.wordMs ?? 0);
  });
}
