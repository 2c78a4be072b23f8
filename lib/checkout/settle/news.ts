import { moneyOf, ticketsOf } from '../ledgers';
import type { Attempt, Checkout } from '../model';

/** Something that happened to a checkout, in our own words and without anything about its buyer. */
export type News =
  | {
      readonly kind: 'state';
      readonly ledger: 'tickets' | 'money';
      readonly checkoutId: string;
      readonly supplier: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: 'attempt';
      readonly checkoutId: string;
      readonly attemptId: string;
      readonly option: string;
      readonly outcome: Attempt['status'];
    }
  | {
      readonly kind: 'attention';
      readonly checkoutId: string;
      readonly supplier: string;
      readonly code: string;
    }
  | {
      readonly kind: 'refused';
      readonly checkoutId: string;
      readonly command: string;
      readonly code: string;
    };

/** How an attempt ends. */
const ENDS: readonly Attempt['status'][] = ['declined', 'failed', 'done', 'abandoned'];

/** What one write changed that somebody who runs the shop may want to count. */
export function newsOf(before: Checkout, after: Checkout): readonly News[] {
  const { id: checkoutId, supplier } = after;
  const of = { checkoutId, supplier };
  const news: News[] = [];
  for (const [ledger, word] of [
    ['tickets', ticketsOf],
    ['money', moneyOf],
  ] as const) {
    const [from, to] = [word(before), word(after)];
    if (from !== to) news.push({ kind: 'state', ledger, ...of, from, to });
  }
  for (const { id, option, status } of after.attempts) {
    const was = before.attempts.find((one) => one.id === id)?.status;
    if (was !== status && ENDS.includes(status))
      news.push({ kind: 'attempt', checkoutId, attemptId: id, option, outcome: status });
  }
  const code = after.attention?.code;
  if (code && code !== before.attention?.code) news.push({ kind: 'attention', ...of, code });
  return news;
}
