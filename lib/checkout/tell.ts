import { createHash } from 'node:crypto';
import { moneyOf, ticketsOf } from './ledgers';
import type { Checkout } from './model';
import type { MailOrder } from './store';

/** The checkout with what its customer is now told by mail, and the mails that tell it. */
export interface Told {
  readonly checkout: Checkout;
  readonly mails: readonly MailOrder[];
}

/**
 * Decides on mails in the write that changes the checkout, so that neither can be without the other: one confirmation
 * when the tickets are there, one follow-up each time something that was told has changed and come to rest.
 */
export function tell(checkout: Checkout): Told {
  const tickets = ticketsOf(checkout);
  const booked = tickets === 'booked' || tickets === 'part_booked' || waitsForSomebody(checkout);
  const print = fingerprint(checkout);
  const { confirmation, followUp } = checkout.told;
  if (booked && !confirmation) return order(checkout, 'confirmation', { confirmation: print });
  const news = confirmation !== undefined && print !== (followUp ?? confirmation);
  const lostMoney = !booked && !confirmation && atRestWithMoney(checkout) && print !== followUp;
  if ((news && atRest(checkout)) || lostMoney)
    return order(checkout, 'follow_up', { confirmation, followUp: print });
  return { checkout, mails: [] };
}

/** Some tickets are there, and the others wait for somebody's hand, which may take days: nobody waits that long for the first. */
function waitsForSomebody({ items }: Checkout): boolean {
  const open = items.filter(({ status }) => status === 'booking');
  const booked = items.some(({ status }) => status === 'booked');
  return booked && open.length > 0 && open.every(({ answerBy }) => answerBy !== undefined);
}

function order(checkout: Checkout, kind: 'confirmation' | 'follow_up', told: Checkout['told']): Told {
  const key =
    kind === 'confirmation' ? `${checkout.id}:confirmation` : `${checkout.id}:follow-up:${told.followUp}`;
  return { checkout: { ...checkout, told }, mails: [{ key, checkoutId: checkout.id, kind }] };
}

function atRest(checkout: Checkout): boolean {
  return !checkout.items.some(
    (item) => item.status === 'booking' || item.status === 'unknown' || item.voucherToCome,
  );
}

/** Money taken and no tickets: the customer hears of it even if nobody ever comes back to the page. */
function atRestWithMoney(checkout: Checkout): boolean {
  const tickets = ticketsOf(checkout);
  const over = tickets === 'failed' || tickets === 'expired' || tickets === 'released';
  const money = moneyOf(checkout);
  return over && (money === 'refund_due' || money === 'captured' || money === 'refunded');
}

function fingerprint(checkout: Checkout): string {
  const items = checkout.items.map((item) => [
    item.id,
    item.status,
    item.vouchers.map((voucher) => voucher.id),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([items, moneyOf(checkout)]))
    .digest('hex')
    .slice(0, 16);
}
