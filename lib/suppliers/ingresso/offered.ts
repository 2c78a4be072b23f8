import type { Checkout } from '@/lib/checkout/model';
import type { Offered } from '@/lib/checkout/supplier';
import type { Desk } from './desk';
import { readHold } from './memo';
import { accountFor, OPTIONS, type Way } from './pay';

const UNSUPPORTED =
  'Ingresso takes this account’s payments in a newer way, which this shop does not speak yet.';

const ELSEWHERE: Readonly<Record<Way, string>> = {
  credit: 'This account does not sell on credit.',
  stripe: 'This account does not take cards through Stripe.',
  redirect: 'This account does not use a payment page.',
};

/** Which ways to pay there are follows from what the reservation says, and from the partner's further accounts. */
export function offered(desk: Desk, { memo }: Checkout): Readonly<Record<string, Offered>> {
  const hold = readHold(memo);
  const of = (way: Way): Offered => {
    if (!hold) return { available: true };
    // On credit the collector takes the money before anything is booked, so the hold must be the one that is booked.
    const usable = way === 'credit' ? hold.mode === 'credit' : accountFor(desk, hold, way) !== null;
    if (usable) return { available: true };
    return { available: false, reason: hold.mode === 'unsupported' ? UNSUPPORTED : ELSEWHERE[way] };
  };
  return {
    [OPTIONS.credit]: of('credit'),
    [OPTIONS.stripe]: of('stripe'),
    [OPTIONS.redirect]: of('redirect'),
  };
}
