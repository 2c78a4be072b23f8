import type { Checkout } from '@/lib/checkout/model';

/**
 * How long after the hold's end a customer may still be at their bank: the purchase has begun, so the seats wait for
 * it. Shorter than the time after which the checkout itself is given up.
 */
const AT_THE_BANK_MS = 3 * 60_000;

/** Whether a customer who was sent to a payment page may still come back. Not once they let go of the tickets. */
export function isAway({ closing, expiresAt, attempts }: Checkout, now: number): boolean {
  if (closing === 'released') return false;
  const touched = Math.max(0, ...attempts.map(({ touchedAt }) => touchedAt));
  return now < Math.max(expiresAt ?? 0, touched) + AT_THE_BANK_MS;
}
