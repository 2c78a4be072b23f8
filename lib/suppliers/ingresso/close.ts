import type { CallContext } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { AccountId } from './config';
import type { Desk } from './desk';
import { awaited } from './pending';
import type { OutcomeWire } from './wire';

/** Which transaction, and with whose credentials. */
export interface Transaction {
  readonly uuid: string;
  readonly account: AccountId;
}

/** How closing ended: it is over without tickets (`free`), somebody was quicker (`taken`), or nobody knows. */
export type Closed =
  | { readonly kind: 'free' }
  | { readonly kind: 'taken'; readonly wire: OutcomeWire }
  | { readonly kind: 'unknown' };

/**
 * Tells Ingresso that nobody comes back from a callout: the documented way to free a transaction that waits for one.
 * `next` would be the token of another callout, which does not follow.
 */
export function timeoutCallback(
  desk: Desk,
  ctx: CallContext,
  { account }: Transaction,
  tokens: { readonly used: string; readonly next: string },
) {
  return desk.send(ctx, account, calls.callback(tokens, [['is_tsw_callout_timeout_callback', '1']]));
}

/**
 * Ends a transaction that was not bought. What is reserved is released; what waits for a customer is ended by the
 * timeout callback, because a release is refused then. `ours` are the tokens that it may wait for.
 */
export async function close(
  desk: Desk,
  ctx: CallContext,
  transaction: Transaction,
  ours: readonly (string | null | undefined)[],
): Promise<Closed> {
  const { uuid, account } = transaction;
  const released = await desk.send(ctx, account, calls.release(uuid));
  if (released.kind === 'ok' && released.value.released_ok) return { kind: 'free' };
  const status = await desk.send(ctx, account, calls.status(uuid));
  if (status.kind !== 'ok') return { kind: 'unknown' };
  const pending = status.value.pending_callout;
  const used = pending && (awaited(pending, ours) ?? ours.find(Boolean));
  if (!used || status.value.transaction_status !== 'attempting') return closedBy(status.value);
  const ended = await timeoutCallback(desk, ctx, transaction, { used, next: `${used}.over` });
  if (ended.kind === 'ok') return closedBy(ended.value);
  const after = await desk.send(ctx, account, calls.status(uuid));
  return after.kind === 'ok' ? closedBy(after.value) : { kind: 'unknown' };
}

function closedBy(wire: OutcomeWire): Closed {
  const { transaction_status: status } = wire;
  if (status === 'released' || status === 'failed') return { kind: 'free' };
  // Still reserved although it was to be released: the next try tells.
  return status === 'reserved' ? { kind: 'unknown' } : { kind: 'taken', wire };
}
