import { moneyMoved, moneyOf, ticketsOf } from '@/lib/checkout/ledgers';
import { nextOf } from '@/lib/checkout/next';
import { messageOf } from '@/lib/checkout/words';
import type { Rule } from './types';

/** Invariant 6: nobody is asked to pay, or told that paying is safe, while money or tickets are in doubt or taken. */
export const nobodyPaysTwice: Rule = ({ checkout, charges }) => {
  const now = Date.now();
  const { action } = nextOf(checkout, now);
  const { code, safeToPay } = messageOf(checkout, now);
  const tickets = ticketsOf(checkout);
  const money = moneyOf(checkout);
  const doubt = tickets === 'unknown' || tickets === 'attempting' || money === 'unknown';
  const asks = action === 'pay' || action === 'redirect' || action === 'hold_again' || safeToPay;
  const wrong: string[] = [];
  if (asks && (doubt || (moneyMoved(checkout) && tickets !== 'held')))
    wrong.push(`the page says ${code}/${action} while it stands ${tickets}/${money}`);
  const taken = charges.some((row) => row.captured > row.refunded);
  if (tickets === 'failed' && money === 'none' && taken)
    wrong.push('the page says that nothing was charged, and something was');
  return wrong;
};
