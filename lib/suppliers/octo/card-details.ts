import type { Attempt, Checkout } from '@/lib/checkout/model';
import type { CallContext, StepResult } from '@/lib/checkout/supplier';
import { confirm, slow } from './confirm';
import type { Desk } from './desk';
import { begin, calmed, type HoldMemo, notes, readAttempt } from './memo';
import type { Order } from './order';
import { refuse } from './refuse';

/**
 * Pays with a card's own digits, once. Without them (another process, or the same one again after a crash) nothing is sent:
 * how it ended is only looked at, because a second confirmation could be a second charge.
 */
export async function byCardDetails(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  attempt: Attempt,
  hold: HoldMemo,
  order: Order,
): Promise<StepResult> {
  if (order.gateway.id !== 'adyen' || !desk.vault) return refuse('payment_method_unavailable');
  const known = readAttempt(attempt.memo);
  const memo = { ...(known ?? begin(hold)), once: true, doubtful: true };
  const card = desk.vault.take(attempt.id);
  if (!card) {
    const waiting = { ...memo, sent: memo.sent ?? {}, sentAt: memo.sentAt ?? desk.now() };
    return { step: slow(waiting), memo: notes(waiting) };
  }
  const paymentMethod = { type: 'scheme', ...card };
  const at = {
    ...{ desk, ctx, checkout, attempt, hold, memo },
    looks: false,
    refused: async (_: Order, code: Parameters<typeof refuse>[0]) => ({
      ...refuse(code),
      memo: notes(calmed(memo)),
    }),
  };
  return confirm(at, { gateway: 'adyen', adyen: { paymentMethod } });
}
