import type { JsonObject } from '@/lib/checkout/json';
import type { Change, Checkout, HoldRequest, Refusal } from '@/lib/checkout/model';
import type { Answer, CallContext, HoldResult, Quote, ReleaseResult } from '@/lib/checkout/supplier';
import { type Basket, type BasketItem, heldItems, isOpen } from './basket';
import { calls, type Reply } from './client';
import { askBasket, type Desk, readBasket } from './desk';
import { DETAILS } from './details';
import { failureOf, noAnswer } from './errors';
import { type HoldMemo, lineOf, readBasketId, readHold } from './memo';
import { unpaid } from './money';

/** What the customer's basket would cost now, and what of it is gone. Tickitto sells through its picker only. */
export async function quote(desk: Desk, ctx: CallContext, request: HoldRequest): Promise<Answer<Quote>> {
  const id = request.kind === 'basket' ? readBasketId(request.basket) : null;
  if (!id) return { ok: false, code: 'refused', refusals: [{ code: 'invalid_selection' }] };
  const reply = await readBasket(desk, ctx, id);
  if (reply.kind !== 'ok') return noAnswer(reply);
  if (!isOpen(reply.value)) return { ok: false, code: 'refused', refusals: [{ code: 'already_paid' }] };
  const held = heldItems(reply.value);
  return {
    ok: true,
    value: {
      items: held.map(({ shown }) => shown),
      totals: [reply.value.totals],
      discarded: goneFrom(reply.value).map(toRefusal),
      delivery: [],
      expiresAt: earliest(held),
    },
  };
}

/**
 * Takes over what the picker put into the basket: adding was holding (Tickitto has no call of its own for it), so the
 * first hold only reads. Items that could not be held are taken out, so that nothing unseen is ever paid for.
 */
export async function takeOver(
  desk: Desk,
  ctx: CallContext,
  basketId: string,
  changes: readonly Change[] = [],
): Promise<HoldResult> {
  const [account, reply] = await Promise.all([desk.account(ctx), readBasket(desk, ctx, basketId)]);
  if (reply.kind !== 'ok') return notHeld(reply);
  let basket = reply.value;
  // Statuses that we do not know, and items that are being held again this moment: the next look tells.
  const vague = basket.items.some(({ state }) => state === 'unknown' || state === 'holding');
  if (basket.state === 'unknown' || (vague && isOpen(basket))) return { kind: 'unknown' };
  if (!isOpen(basket)) return { kind: 'refused', refusals: [{ code: 'already_paid' }] };
  const gone = goneFrom(basket);
  if (heldItems(basket).length === 0) {
    return { kind: 'refused', refusals: gone.length > 0 ? gone.map(toRefusal) : [{ code: 'hold_expired' }] };
  }
  for (const { shown } of gone) {
    const removed = await askBasket(desk, ctx, calls.remove(basket.id, shown.id, desk.config.currency));
    if (removed.kind === 'ok') basket = removed.value;
  }
  const removals = gone.map(({ shown }): Change => ({ kind: 'removed', text: shown.title }));
  return asHeld(basket, account?.enabled ?? null, [...changes, ...removals]);
}

function asHeld(basket: Basket, stripe: boolean | null, changes: readonly Change[]): HoldResult {
  const held = heldItems(basket);
  const lines = held.map(({ shown, again }) => lineOf(shown.id, shown.title, again));
  return {
    kind: 'held',
    memo: { basketId: basket.id, lines, stripe } satisfies HoldMemo as JsonObject,
    items: held.map(({ shown }) => shown),
    totals: [basket.totals],
    money: [unpaid(basket)],
    changes,
    schema: DETAILS,
    expiresAt: earliest(held),
  };
}

/** A reply in place of a basket: Tickitto's no is a no, anything else is asked again. */
export function notHeld(reply: Exclude<Reply<unknown>, { kind: 'ok' }>): HoldResult {
  if (reply.kind !== 'refused' || reply.status === 429) return { kind: 'unknown' };
  const denied = reply.status === 401 || reply.status === 403;
  const code = denied ? 'supplier_misconfigured' : failureOf(reply.type);
  return { kind: 'refused', refusals: [{ code }] };
}

/**
 * Takes every item out again; with nothing left to charge for, Tickitto closes the intent. An item that is not there
 * any more is released, which makes the whole thing repeatable. A conflict means that somebody is paying.
 */
export async function release(desk: Desk, ctx: CallContext, checkout: Checkout): Promise<ReleaseResult> {
  const hold = readHold(checkout.memo);
  for (const { item } of hold?.lines ?? []) {
    const reply = await askBasket(desk, ctx, calls.remove(hold?.basketId ?? '', item, desk.config.currency));
    if (reply.kind === 'ok' || (reply.kind === 'refused' && reply.status === 404)) continue;
    return reply.kind === 'refused' && reply.status === 409 ? { kind: 'busy' } : { kind: 'unknown' };
  }
  return { kind: 'released' };
}

function goneFrom(basket: Basket): readonly BasketItem[] {
  return basket.items.filter(({ state }) => state === 'lost');
}

function toRefusal({ shown }: BasketItem): Refusal {
  return { code: 'seats_gone', item: shown.id, title: shown.title };
}

/** Items lapse one by one; the first to go ends the hold as it was shown. */
function earliest(items: readonly BasketItem[]): number | null {
  const times = items.flatMap(({ shown }) => shown.expiresAt ?? []);
  return times.length > 0 ? Math.min(...times) : null;
}
