import 'server-only';
import { activeAttempt, isActing } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import { whereabouts } from '../checkouts/whereabouts';

/**
 * Where somebody goes who came back with this token: on to the payment's next page where the supplier named one by now,
 * so that a chain of pages is walked without a stop, else to the order. Never to the page that was just left: the
 * newest token is this one until the supplier has been told.
 */
export function onward(checkout: Checkout, token: string): string {
  const attempt = activeAttempt(checkout);
  const moved = attempt?.status === 'open' && attempt.returnToken !== token && !isActing(checkout);
  return whereabouts(checkout.id, attempt?.id, moved ? attempt.step : null);
}
