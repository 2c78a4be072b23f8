import type { JsonObject } from '@/lib/checkout/json';
import type { Change, Checkout, HoldRequest, Line, Refusal } from '@/lib/checkout/model';
import type { CallContext, HoldResult } from '@/lib/checkout/supplier';
import { calls } from './calls';
import { type Choice, choose } from './choose';
import type { Desk } from './desk';
import { isMisconfigured, refusalOf } from './errors';
import { heldFrom, isGood } from './held';
import { amountOf } from './map-parts';
import { readHold } from './memo';
import { standingOf } from './standing';
import type { ActivityWire } from './wire';
import type { CartWire } from './wire-order';

/** What has been put into the cart so far. */
interface Filled {
  readonly activities: Map<string, ActivityWire>;
  readonly expected: Map<string, number>;
  readonly lost: Refusal[];
}

const UNKNOWN: HoldResult = { kind: 'unknown' };

/**
 * Puts the lines into a cart. Nothing is held by it: places and prices are the supplier's until the order is paid. So a cart
 * whose answer got lost is left behind, and another is made.
 */
export async function hold(
  desk: Desk,
  ctx: CallContext,
  request: HoldRequest,
  previous: Checkout | null,
): Promise<HoldResult> {
  if (request.kind !== 'lines') return refused([{ code: 'invalid_selection' }]);
  const still = previous && (await stillThere(desk, ctx, previous));
  if (still) return still;
  const code = promoIn(request.lines);
  let made = await desk.send(ctx, calls.newCart(code ? { discount_code: code } : {}));
  // A code that is not taken is no reason to sell nothing; the customer sees the whole price before they pay.
  const refusedCode = made.kind === 'refused' && code !== null && made.status === 400;
  if (refusedCode) made = await desk.send(ctx, calls.newCart({}));
  if (made.kind === 'refused') return refused([refusalOf(made)]);
  if (made.kind !== 'ok') return UNKNOWN;
  const filled: Filled = { activities: new Map(), expected: new Map(), lost: [] };
  for (const line of request.lines) {
    const stopped = await putIn(desk, ctx, made.value.uuid, line, filled);
    if (stopped) return stopped;
  }
  const cart = await cleared(desk, ctx, made.value.uuid, filled);
  if (!cart) return UNKNOWN;
  if (!cart.items.some(isGood)) return refused(filled.lost);
  const held = await heldFrom(desk, ctx, cart, filled.activities, filled.expected);
  if (!held) return UNKNOWN;
  const removed = filled.lost.map(
    ({ title, text }): Change => ({ kind: 'removed', text: [title, text].filter(Boolean).join(': ') }),
  );
  const promo: readonly Change[] = refusedCode
    ? [{ kind: 'price', text: `The promo code ${code} was not accepted.` }]
    : [];
  return { ...held, changes: [...removed, ...promo, ...held.changes] };
}

/** One line, all of its kinds of tickets or none; what stops the whole hold, or null. */
async function putIn(
  desk: Desk,
  ctx: CallContext,
  cart: string,
  line: Line,
  { activities, expected, lost }: Filled,
): Promise<HoldResult | null> {
  const read = await choose(desk, ctx, line);
  switch (read.kind) {
    case 'never':
    case 'gone':
      lost.push(read.refusal);
      return null;
    case 'reply':
      if (read.reply.kind !== 'refused') return UNKNOWN;
      lost.push(refusalOf(read.reply));
      return null;
    case 'chosen':
      break;
  }
  const { activity, products } = read.choice;
  const reply = await desk.send(ctx, calls.putIn(cart, itemsOf(read.choice)));
  if (reply.kind === 'refused') {
    if (isMisconfigured(reply)) return refused([refusalOf(reply)]);
    lost.push(refusalOf(reply, activity.title));
    return null;
  }
  if (reply.kind !== 'ok') return UNKNOWN;
  activities.set(activity.uuid, activity);
  for (const { product, quantity } of products) {
    const before = expected.get(product.product_id) ?? 0;
    expected.set(product.product_id, before + amountOf(product.retail_price).amount * quantity);
  }
  return null;
}

function itemsOf({ products, offer }: Choice): readonly JsonObject[] {
  return products.map(({ product, quantity }) => ({
    type: product.type || 'musement',
    product_identifier: product.product_id,
    quantity,
    ...(offer.language ? { language: offer.language } : {}),
  }));
}

/** The cart without what cannot be booked: an order would be refused for it. Null when nobody answers. */
async function cleared(
  desk: Desk,
  ctx: CallContext,
  uuid: string,
  { lost }: Pick<Filled, 'lost'>,
): Promise<CartWire | null> {
  const reply = await desk.send(ctx, calls.cart(uuid));
  if (reply.kind !== 'ok') return null;
  const bad = reply.value.items.filter((item) => !isGood(item));
  for (const { uuid: item, product } of bad) {
    const out = await desk.send(ctx, calls.takeOut(uuid, item));
    if (out.kind !== 'ok') return null;
    lost.push({ code: 'sold_out', title: product.title });
  }
  if (bad.length === 0) return reply.value;
  const again = await desk.send(ctx, calls.cart(uuid));
  return again.kind === 'ok' ? again.value : null;
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
  const cart = await cleared(desk, ctx, memo.cart, { lost: [] });
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

/** A promo code comes with the lines, as one of their options. */
function promoIn(lines: readonly Line[]): string | null {
  const codes = lines.map(({ options }) => options?.promoCode);
  return codes.find((one): one is string => typeof one === 'string' && /^[\w-]{1,40}$/.test(one)) ?? null;
}

function refused(refusals: readonly Refusal[]): HoldResult {
  return { kind: 'refused', refusals };
}
