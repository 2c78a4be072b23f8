import { moneyOf, ticketsOf } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import type { SimWorld } from './sim-world';

/**
 * Holds a checkout at rest against the world's ledger. Answers what is wrong, in sentences; an empty list is the
 * proof that money and tickets did not part.
 */
export function oracle(world: SimWorld, checkout: Checkout): readonly string[] {
  const wrong: string[] = [...world.violations];
  const holds = [...world.holds.values()];
  const booked = holds.filter(({ status }) => status === 'booked').length;
  const tickets = ticketsOf(checkout);
  const money = moneyOf(checkout);
  const taken = [...world.payments.values()].filter(({ status }) => status === 'captured');
  const links = [...world.links.values()].reduce((sum, { paid }) => sum + paid, 0);
  const captured = taken.reduce((sum, { amount }) => sum + amount, 0) + links;
  const known = checkout.money.reduce((sum, entry) => sum + entry.captured, 0);
  const returned = checkout.money.reduce((sum, entry) => sum + entry.refunded + entry.refundDue, 0);
  const due = checkout.totals.reduce((sum, total) => sum + total.due, 0);
  if (booked > 1) wrong.push('more than one hold is booked');
  if (booked === 1 && tickets !== 'booked') wrong.push(`booked at the supplier, ${tickets} here`);
  if (booked === 0 && tickets === 'booked') wrong.push('booked here, not at the supplier');
  if (captured !== known) wrong.push(`${captured} taken, ${known} in the ledger`);
  if (tickets === 'booked' && captured - returned > due) wrong.push(`kept ${captured - returned} for ${due}`);
  if (tickets === 'booked' && captured < due) wrong.push(`booked for ${captured} of ${due}`);
  if (tickets !== 'booked' && captured > returned)
    wrong.push(`${captured} taken without tickets, ${returned} owed or returned`);
  if (money === 'refund_due' && checkout.attention === null) wrong.push('money is owed and nobody is called');
  if (checkout.intent !== null) wrong.push('an intent is left open');
  if (tickets === 'attempting' || tickets === 'unknown' || tickets === 'held')
    wrong.push(`still ${tickets} at rest`);
  return wrong;
}
