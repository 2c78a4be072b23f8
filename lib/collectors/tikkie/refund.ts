import type { CallContext } from '@/lib/checkout/supplier';
import { pathOf, post } from './calls';
import type { Reply, Send } from './client';
import { type PaymentV2, refundV2 } from './wire';

interface Till {
  readonly send: Send;
  readonly paymentsOf: (send: Send, ctx: CallContext, token: string) => Promise<Reply<readonly PaymentV2[]>>;
}

/** One part of what goes back: to one payer, at most what they paid. */
interface Part {
  readonly payment: string;
  readonly amount: number;
}

/**
 * Gives back from the newest payments, each under a reference of its own: an answer that was lost is looked for by it, and not
 * asked for again. What is on its way or in doubt is `unknown`: it stays owed until an operator has seen it arrive.
 */
export async function refund(
  till: Till,
  ctx: CallContext,
  token: string,
  amount: number,
): Promise<'refunded' | 'refused' | 'unknown'> {
  const before = await till.paymentsOf(till.send, ctx, token);
  if (before.kind !== 'ok') return 'unknown';
  const parts = shared(before.value, amount);
  if (parts === null) return 'refused';
  for (const [number, part] of parts.entries()) {
    const done = await giveBack(till, ctx, token, part, `${token.slice(0, 24)}-${number + 1}`);
    if (done !== 'refunded') return number === 0 ? done : 'unknown';
  }
  return 'refunded';
}

/** Who gets how much; null when that much was not paid, or went back before. */
export function shared(payments: readonly PaymentV2[], amount: number): readonly Part[] | null {
  const parts: Part[] = [];
  let rest = amount;
  for (const { paymentToken, amountInCents, refunds } of payments.toReversed()) {
    const gone = (refunds ?? []).reduce((sum, one) => sum + one.amountInCents, 0);
    const part = Math.min(rest, amountInCents - gone);
    if (part > 0) parts.push({ payment: paymentToken, amount: part });
    rest -= Math.max(0, part);
  }
  return rest === 0 ? parts : null;
}

async function giveBack(
  till: Till,
  ctx: CallContext,
  token: string,
  { payment, amount }: Part,
  referenceId: string,
): Promise<'refunded' | 'refused' | 'unknown'> {
  const path = `${pathOf(token)}/payments/${encodeURIComponent(payment)}/refunds`;
  const json = { amountInCents: amount, description: 'Tickets', referenceId };
  const reply = await till.send(ctx, { ...post('refund', path), body: { json } }, refundV2);
  if (reply.kind === 'ok') return reply.value.status === 'PAID' ? 'refunded' : 'unknown';
  if (reply.kind !== 'lost') return 'refused';
  const after = await till.paymentsOf(till.send, ctx, token);
  const known = after.kind === 'ok' ? after.value.flatMap(({ refunds }) => refunds ?? []) : [];
  const found = known.find((one) => one.referenceId === referenceId);
  return found?.status === 'PAID' ? 'refunded' : 'unknown';
}
