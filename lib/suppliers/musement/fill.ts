import type { JsonObject } from '@/lib/checkout/json';
import type { HoldRequest, Line, Refusal } from '@/lib/checkout/model';
import type { CallContext, OfLine } from '@/lib/checkout/supplier';
import { calls } from './calls';
import { type Choice, choose } from './choose';
import type { Desk } from './desk';
import { isMisconfigured, refusalOf } from './errors';
import { isGood } from './held';
import { amountOf } from './map-parts';
import type { ActivityWire } from './wire';
import type { CartWire } from './wire-order';

/** What is known of what was put into a cart, and what could not be. */
interface Kept {
  readonly activities: Map<string, ActivityWire>;
  /** What the products were going to cost, by product and for all of their tickets. */
  readonly expected: Map<string, number>;
  /** Which product came of which line, from 0, in the order in which they were put in. */
  readonly sources: { readonly product: string; readonly line: number }[];
  readonly lost: (Refusal & OfLine)[];
}

/** A cart with what could be put into it. */
export interface Filled extends Kept {
  readonly kind: 'filled';
  readonly cart: CartWire;
  /** A promo code that was not taken. */
  readonly refusedCode: string | null;
}

type Stopped =
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'unknown' };

type Lines = Extract<HoldRequest, { kind: 'lines' }>;

const UNKNOWN: Stopped = { kind: 'unknown' };

/**
 * Puts lines into a new cart, with a promo code where there is one. Nothing is held by it: places and prices are the supplier's
 * until the order is paid. So a cart whose answer got lost is left behind, and another is made.
 */
export async function fill(
  desk: Desk,
  ctx: CallContext,
  { lines, promoCode }: Lines,
): Promise<Filled | Stopped> {
  let made = await desk.send(ctx, calls.newCart(promoCode ? { discount_code: promoCode } : {}));
  // A code that is not taken is no reason to sell nothing; the customer sees the whole price before they pay.
  const refusedCode = promoCode && made.kind === 'refused' && made.status === 400 ? promoCode : null;
  if (refusedCode) made = await desk.send(ctx, calls.newCart({}));
  if (made.kind === 'refused') return { kind: 'refused', refusals: [refusalOf(made)] };
  if (made.kind !== 'ok') return UNKNOWN;
  const kept: Kept = { activities: new Map(), expected: new Map(), sources: [], lost: [] };
  for (const [index, line] of lines.entries()) {
    const stopped = await putIn(desk, ctx, made.value.uuid, { line, index }, kept);
    if (stopped) return stopped;
  }
  const cart = await cleared(desk, ctx, made.value.uuid, kept);
  return cart ? { kind: 'filled', cart, ...kept, refusedCode } : UNKNOWN;
}

/** One line, all of its kinds of tickets or none; what stops the whole, or null. */
async function putIn(
  desk: Desk,
  ctx: CallContext,
  cart: string,
  { line, index }: { line: Line; index: number },
  kept: Kept,
): Promise<Stopped | null> {
  const read = await choose(desk, ctx, line);
  switch (read.kind) {
    case 'never':
    case 'gone':
      kept.lost.push({ ...read.refusal, line: index });
      return null;
    case 'reply':
      if (read.reply.kind !== 'refused') return UNKNOWN;
      kept.lost.push({ ...refusalOf(read.reply), line: index });
      return null;
    case 'chosen':
      break;
  }
  const { activity, products } = read.choice;
  const reply = await desk.send(ctx, calls.putIn(cart, itemsOf(read.choice)));
  if (reply.kind === 'refused') {
    if (isMisconfigured(reply)) return { kind: 'refused', refusals: [refusalOf(reply)] };
    kept.lost.push({ ...refusalOf(reply, activity.title), line: index });
    return null;
  }
  if (reply.kind !== 'ok') return UNKNOWN;
  kept.activities.set(activity.uuid, activity);
  for (const { product, quantity } of products) {
    const before = kept.expected.get(product.product_id) ?? 0;
    kept.expected.set(product.product_id, before + amountOf(product.retail_price).amount * quantity);
    kept.sources.push({ product: product.product_id, line: index });
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
export async function cleared(
  desk: Desk,
  ctx: CallContext,
  uuid: string,
  { lost, sources }: Pick<Kept, 'lost' | 'sources'>,
): Promise<CartWire | null> {
  const reply = await desk.send(ctx, calls.cart(uuid));
  if (reply.kind !== 'ok') return null;
  const bad = reply.value.items.filter((item) => !isGood(item));
  for (const { uuid: item, product } of bad) {
    const out = await desk.send(ctx, calls.takeOut(uuid, item));
    if (out.kind !== 'ok') return null;
    const line = sources.find((one) => one.product === product.id)?.line;
    lost.push({ code: 'sold_out', title: product.title, line });
  }
  if (bad.length === 0) return reply.value;
  const again = await desk.send(ctx, calls.cart(uuid));
  return again.kind === 'ok' ? again.value : null;
}
