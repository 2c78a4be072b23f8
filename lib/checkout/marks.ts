import type { Checkout, OperatorOrder } from './model';

/** Nobody knows whether a cancellation was done: only the supplier's word tells, and until it does nobody asks twice. */
const UNANSWERED = 'cancel: no answer; check before you repeat it';

/** Ends an order with a mark that stays. */
export function marked(
  checkout: Checkout,
  { by, reason }: OperatorOrder,
  what: string,
  at: number,
): Checkout {
  return { ...checkout, order: null, marks: [...checkout.marks, { at, by, what, reason }] };
}

/** Ends a cancellation whose answer was lost, or never came because the process that asked is gone. */
export function unanswered(checkout: Checkout, order: OperatorOrder, at: number): Checkout {
  return marked(checkout, order, UNANSWERED, at);
}

/** The last thing that an operator did has no answer. */
export function isUnanswered({ marks }: Checkout): boolean {
  return marks.at(-1)?.what === UNANSWERED;
}
