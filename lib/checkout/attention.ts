import { keptByTerms, moneyOf, ticketsOf } from './ledgers';
import type { Attention, Checkout } from './model';
import { WORRY_MS } from './schedule';

/** Whether a person should look, and why; the time since the same reason first held is kept. */
export function attentionOf(checkout: Checkout, now: number): Attention | null {
  const code = keptByTerms(checkout) ? null : reason(checkout, now);
  if (code === null) return null;
  return checkout.attention?.code === code ? checkout.attention : { code, since: now };
}

function reason(checkout: Checkout, now: number): Attention['code'] | null {
  const tickets = ticketsOf(checkout);
  const money = moneyOf(checkout);
  const last = checkout.attempts.at(-1);
  const old = last !== undefined && now - last.touchedAt >= WORRY_MS && now >= answeredBy(checkout);
  if (money === 'refund_due') return tickets === 'booked' ? 'overpaid' : 'refund_due';
  if (tickets === 'unknown' || money === 'unknown') return old ? 'unknown_outcome' : null;
  if (money === 'captured' && tickets === 'attempting') return old ? 'paid_not_booked' : null;
  if (money === 'captured' && tickets !== 'booked' && tickets !== 'part_booked' && tickets !== 'held')
    return 'refund_due';
  if (tickets === 'attempting') return old ? 'stuck' : null;
  return lateRelease(checkout, now) ? 'hold_not_released' : null;
}

/** When everything that somebody decides by hand is decided, as far as the supplier says: until then nothing is late. */
function answeredBy({ items }: Checkout): number {
  const all = items.map(({ status, answerBy }) => (status === 'booking' ? (answerBy ?? 0) : 0));
  return Math.max(0, ...all);
}

/** Seats that nobody buys and nobody can buy: the supplier has not said for long that it let go of them. */
function lateRelease(checkout: Checkout, now: number): boolean {
  const { closing, closingSince = now } = checkout;
  return ticketsOf(checkout) === 'held' && closing !== null && now - closingSince >= WORRY_MS;
}
