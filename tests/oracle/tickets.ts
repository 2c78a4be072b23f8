import { ticketsOf } from '@/lib/checkout/ledgers';
import type { Rule } from './types';

/** Invariant 2: booked there is booked here with its reference and a way in, and nothing is booked here only. */
export const bookedIsBooked: Rule = (at) => {
  const there = at.bookings.filter(({ status }) => status === 'booked');
  const here = at.checkout.items.filter(({ status }) => status === 'booked');
  const known = here.map(({ reference }) => reference ?? '');
  const missing = there.filter(({ reference }) => !known.some((one) => reference && one.includes(reference)));
  const wrong: string[] = [];
  if (at.atRest)
    for (const row of missing) wrong.push(`${row.title} (${row.reference}) is booked there and not here`);
  if (here.length > 0 && there.length === 0) wrong.push('booked here, and nothing is booked there');
  if (here.length > there.length) wrong.push(`${here.length} items are booked here, ${there.length} there`);
  for (const item of here)
    if (item.vouchers.length === 0 && !item.voucherToCome && !(item.delivery && item.reference))
      wrong.push(
        `${item.title} is booked and has no voucher, no promise of one and nothing to collect it with`,
      );
  return wrong;
};

/** Invariant 7: what was let go here is let go there. */
export const noHoldLeaks: Rule = (at) => {
  if (!at.atRest) return [];
  const tickets = ticketsOf(at.checkout);
  const over = tickets === 'released' || tickets === 'expired' || tickets === 'failed';
  const still = at.holds.filter(({ status }) => status === 'held');
  return over ? still.map(({ title }) => `${title} is ${tickets} here and still held there`) : [];
};

/** At rest nothing is left half done: no intent, no order, no item in doubt that nobody was called for. */
export const nothingIsLeft: Rule = ({ checkout, atRest }) => {
  if (!atRest) return [];
  const wrong: string[] = [];
  const tickets = ticketsOf(checkout);
  if (checkout.intent) wrong.push(`an intent to ${checkout.intent.verb} is left open`);
  if (checkout.order) wrong.push(`an order to ${checkout.order.act} is left undone`);
  if (checkout.closing) wrong.push('the hold is being let go of, for ever');
  const doubt = tickets === 'attempting' || tickets === 'unknown';
  if (doubt && checkout.attention === null) wrong.push(`still ${tickets}, and nobody was called`);
  if (tickets === 'open' && checkout.refusals.length === 0)
    wrong.push('nothing was held and nobody said why');
  return wrong;
};
