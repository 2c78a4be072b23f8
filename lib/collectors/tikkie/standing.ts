import type { Collection } from '@/lib/checkout/collector';
import type { JsonObject } from '@/lib/checkout/json';
import { SOON_MS } from '@/lib/checkout/schedule';
import type { PaymentLinkParams } from '@/lib/payments/payment-link/types';
import type { TikkieRequest } from './request';

/** What was asked for through a request, in cents, and the link as the customer is shown it. */
export interface Asked {
  readonly amount: number;
  readonly link: Omit<PaymentLinkParams, 'standing'>;
  readonly memo: JsonObject;
}

/**
 * How the money of a request stands. The truth is the sum of what was paid, not the request's state: a paid one can be open, and
 * a closed one can have been paid. What is open after it was paid can be paid again.
 */
export function standingOf(request: TikkieRequest, { amount, link, memo }: Asked): Collection {
  const { token, paid, pending, status } = request;
  const open = status === 'open' || status === 'unknown';
  // Part of it is in and a bank is at the rest: what comes of that decides.
  if (pending && paid < amount)
    return { kind: 'ask', step: { kind: 'wait', retryAfterMs: SOON_MS, why: 'payment_processing' }, memo };
  if (paid > 0) {
    const proof = { collector: 'tikkie', reference: token, amount: paid, currency: 'EUR' };
    return { kind: 'paid', proof, ...(open || pending ? { open: true } : {}), memo };
  }
  if (!open) return { kind: 'declined', code: 'payment_closed', memo };
  return { kind: 'ask', step: asking(link, request), memo };
}

/** The link to pay by. */
export function asking(
  link: Asked['link'],
  { blocked, refused }: Pick<TikkieRequest, 'blocked' | 'refused'>,
): Extract<Collection, { kind: 'ask' }>['step'] {
  const standing = blocked ? 'blocked' : refused ? 'refused' : undefined;
  const { amount } = link;
  const params = { ...link, amount: { ...amount }, ...(standing ? { standing } : {}) };
  return { kind: 'pay', method: 'payment-link', params };
}
