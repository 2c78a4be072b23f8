import type { Change, Checkout, HoldRequest, Refusal } from '@/lib/checkout/model';
import type { CallContext, HoldResult } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { cleared, fill } from './fill';
import { heldFrom, isGood } from './held';
import { readHold } from './memo';
import { standingOf } from './standing';
import type { ActivityWire } from './wire';

const UNKNOWN: HoldResult = { kind: 'unknown' };

/** Puts the lines into a cart, or shows again the one that there is. Nothing is held by it. */
export async function hold(
  desk: Desk,
  ctx: CallContext,
  request: HoldRequest,
  previous: Checkout | null,
): Promise<HoldResult> {
  if (request.kind !== 'lines') return refused([{ code: 'invalid_selection' }]);
  const still = previous && (await stillThere(desk, ctx, previous));
  if (still) return still;
  const filled = await fill(desk, ctx, request);
  if (filled.kind !== 'filled') return filled;
  const { cart, refusedCode } = filled;
  const lost = filled.lost.map(({ line: _, ...refusal }) => refusal);
  if (!cart.items.some(isGood)) return refused(lost);
  const held = await heldFrom(desk, ctx, cart, filled.activities, filled.expected);
  if (!held) return UNKNOWN;
  const removed = lost.map(
    ({ title, text }): Change => ({ kind: 'removed', text: [title, text].filter(Boolean).join(': ') }),
  );
  const promo: readonly Change[] = refusedCode
    ? [{ kind: 'price', text: `The promo code ${refusedCode} was not accepted.` }]
    : [];
  return { ...held, changes: [...removed, ...promo, ...held.changes] };
}

/**
 * The cart of before, where nobody emptied it: its price moved while it was being paid, and the customer is shown it again.
 * Null when there is none any more. One that was paid is nobody's to hold again.
 */
async function stillThere(desk: Desk, ctx: CallContext, previous: Checkout): Promise<HoldResult | null> {
  const memo = readHold(previous.memo);
  if (!memo) return null;
  const standing = await standingOf(desk, ctx, memo);
  if (standing.kind === 'no-news' || standing.kind === 'unknown') return UNKNOWN;
  if (standing.kind === 'order' && standing.paid !== 'no') return UNKNOWN;
  const cart = await cleared(desk, ctx, memo.cart, { lost: [], sources: [] });
  if (!cart) return null;
  if (!cart.items.some(isGood)) return null;
  const activities = new Map<string, ActivityWire>();
  for (const uuid of new Set(cart.items.map(({ product }) => product.activity_uuid))) {
    const reply = await desk.send(ctx, calls.activity(uuid));
    if (reply.kind === 'ok') activities.set(uuid, reply.value);
    else if (reply.kind !== 'refused') return UNKNOWN;
  }
  const held = await heldFrom(desk, ctx, cart, activities, new Map());
  if (!held) return UNKNOWN;
  const order = standing.kind === 'order' ? standing.order.uuid : null;
  return { ...held, memo: { ...held.memo, order } };
}

function refused(refusals: readonly Refusal[]): HoldResult {
  return { kind: 'refused', refusals };
}
