import type { Checkout } from '@/lib/checkout/model';
import type { CallContext, PayContext, StepResult } from '@/lib/checkout/supplier';
import { calls, type Pair } from './calls';
import type { Refused } from './client';
import { customerPairs } from './customer';
import type { Desk } from './desk';
import { isMisconfigured, rejectedDetails } from './errors';
import { type AttemptMemo, begin, type HoldMemo, notes } from './memo';
import { finalStep, outcomeStep } from './outcome';
import { refuse } from './refuse';

/** Of a browser that nothing is known of. */
const ANY_AGENT = 'Mozilla/5.0';
const ANY_ACCEPT = 'text/html,application/xhtml+xml,*/*;q=0.8';

/**
 * The one purchase of a transaction. It may take minutes; when its answer is lost it is looked for, and never sent
 * again. `more` are the tokens, where there are some.
 */
export async function purchase(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  hold: HoldMemo,
  more: readonly Pair[] = [],
): Promise<StepResult> {
  const customer = customerPairs(checkout, hold, desk.config);
  if (!customer) return refuse('details_rejected', true);
  const away = hold.mode === 'credit' ? [] : returnPairs(ctx);
  const memo: AttemptMemo = {
    ...begin(hold, 'purchase'),
    pending: hold.mode === 'credit' ? null : ctx.returnToken,
  };
  const pairs: readonly Pair[] = [['transaction_uuid', hold.uuid], ...customer, ...away, ...more];
  const reply = await desk.send(ctx, hold.account, calls.purchase(pairs));
  switch (reply.kind) {
    case 'ok':
      return outcomeStep(desk, checkout, hold, memo, reply.value);
    case 'refused':
      return refused(desk, ctx, checkout, hold, memo, reply);
    case 'unsent':
      // The partner has the money already: a look finds the hold as it was, and it is booked again.
      if (hold.mode === 'credit') return { step: { kind: 'unknown', since: desk.now() }, memo: notes(memo) };
      return refuse('supplier_unavailable', true, begin(hold, 'tokens'));
    case 'lost':
      return { step: { kind: 'unknown', since: desk.now() }, memo: notes(memo) };
  }
}

/** Where to come back to, and what the payment page needs to know of the browser. */
function returnPairs({ returnToken, returnUrl, client }: PayContext): readonly Pair[] {
  return [
    ['return_token', returnToken],
    ['return_url', returnUrl],
    ['client_http_user_agent', asHeader(client.userAgent) || ANY_AGENT],
    ['client_http_accept', asHeader(client.accept) || ANY_ACCEPT],
  ];
}

/** What others will send on as a header: short, and nothing but the characters that a header may have. */
function asHeader(text: string | null): string {
  return (text ?? '').replace(/[^\x20-\x7e\xa0-\xff]/g, '').slice(0, 512);
}

/**
 * Ingresso refused to try. While the transaction is still reserved nothing happened, and better details may be sent;
 * a refusal of a transaction that is further than that says how it ended.
 */
export async function refused(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  hold: HoldMemo,
  memo: AttemptMemo,
  reply: Refused,
): Promise<StepResult> {
  const before = begin(hold, 'tokens');
  if (isMisconfigured(reply)) return refuse('supplier_misconfigured', true, before);
  const status = await desk.send(ctx, hold.account, calls.status(hold.uuid));
  if (status.kind !== 'ok') return { step: { kind: 'unknown', since: desk.now() }, memo: notes(memo) };
  const { value } = status;
  if (value.pending_callout)
    return outcomeStep(desk, checkout, hold, memo, { ...value, callout: value.pending_callout });
  if (value.transaction_status !== 'reserved') return finalStep(desk, checkout, hold, memo, value);
  const rejected = rejectedDetails(reply);
  if (!rejected) return refuse('supplier_refused', true, before);
  return {
    step: { kind: 'declined', code: 'details_rejected', holdKept: true, rejected },
    memo: notes(before),
  };
}
