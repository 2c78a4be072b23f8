import type { Change, Checkout, HoldRequest, Refusal } from '@/lib/checkout/model';
import type { CallContext, HoldResult } from '@/lib/checkout/supplier';
import { plainText } from '@/lib/platform/plain-text';
import { calls, type Pair } from './calls';
import type { NoReply } from './client';
import type { AccountId } from './config';
import type { Desk } from './desk';
import { isMisconfigured } from './errors';
import { heldFrom } from './held';
import { offerOf } from './offer-id';
import { fill } from './trolley';
import { contentsOf, type ReserveWire } from './wire';

/** Reserves with one of the accounts. What differs from what was asked for, or seen before, is told. */
export async function reserve(
  desk: Desk,
  ctx: CallContext,
  account: AccountId,
  request: Extract<HoldRequest, { kind: 'lines' }>,
  previous: Checkout | null,
): Promise<HoldResult> {
  const filled = await fill(desk, ctx, account, request);
  if (filled.kind !== 'filled') return notHeld(filled);
  const { wire, discarded } = filled;
  if ((contentsOf(wire)?.bundle ?? []).length === 0) return refuse(discarded);
  const reply = await desk.send(
    ctx,
    account,
    calls.reserve([['trolley_token', wire.trolley_token] satisfies Pair]),
  );
  if (reply.kind !== 'ok') return notHeld(reply);
  const uuid = contentsOf(reply.value)?.transaction_uuid;
  const failed = unreserved(reply.value);
  const orders = (contentsOf(reply.value)?.bundle ?? []).flatMap(({ order }) => order);
  if (!uuid || orders.length === 0) {
    if (uuid) await desk.send(ctx, account, calls.release(uuid));
    return refuse([...discarded, ...failed]);
  }
  const removed = [...discarded, ...failed].map(({ text }): Change => ({ kind: 'removed', text }));
  const held = heldFrom(desk, account, reply, { request, quoted: wire, previous });
  if (held) return { ...held, changes: [...removed, ...held.changes] };
  // Nobody can be shown what this is, so nobody may pay for it; and nobody else should have to wait for it.
  await desk.send(ctx, account, calls.release(uuid));
  return { kind: 'unknown' };
}

/** Why orders were not reserved: the supplier's own words, else that they are gone. */
function unreserved(wire: ReserveWire): readonly Refusal[] {
  const failed = (wire.unreserved_orders ?? []).map((order): Refusal => {
    const why = plainText(order.reserve_failure_comment, 500);
    const title = order.event.event_desc ?? '';
    return {
      code: 'seats_gone',
      item: offerOf(order),
      text: [title, why].filter(Boolean).join(': ') || undefined,
    };
  });
  if (failed.length > 0 || !wire.input_contained_unavailable_order) return failed;
  return [{ code: 'sold_out' }];
}

function refuse(refusals: readonly Refusal[]): HoldResult {
  return { kind: 'refused', refusals: refusals.length > 0 ? refusals : [{ code: 'sold_out' }] };
}

/**
 * A reply in place of a hold. A lost one may have held something that nobody knows the number of: it lets go of itself
 * in a quarter of an hour, and costs nobody anything.
 */
function notHeld(reply: NoReply): HoldResult {
  if (reply.kind === 'unsent') return refuse([{ code: 'supplier_unavailable' }]);
  if (reply.kind !== 'refused') return { kind: 'unknown' };
  return refuse([{ code: isMisconfigured(reply) ? 'supplier_misconfigured' : 'supplier_refused' }]);
}
