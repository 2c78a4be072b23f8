import type { JsonObject } from '@/lib/checkout/json';
import type { Change, Totals } from '@/lib/checkout/model';
import type { Amount } from '@/lib/checkout/money';
import type { CallContext, HoldResult } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { detailsSchema } from './details';
import { itemOfCart, type ShownItem } from './map-item';
import { amountOf } from './map-parts';
import { gatewayOf, type HoldMemo } from './memo';
import { totalOf, unpaid } from './money';
import type { ActivityWire } from './wire';
import type { CartItemWire, CartWire } from './wire-order';

type Held = Extract<HoldResult, { kind: 'held' }>;

/** What the products of a cart were going to cost, by product and for all of their tickets; absent where nobody was told. */
export type Expected = ReadonlyMap<string, number>;

/** It is in the cart and can be booked. Anything else is not offered for money. */
export function isGood({ status }: CartItemWire): boolean {
  return status === 'PREBOOK_OK';
}

/**
 * A cart in the heart's terms, with what must be known of its customer. A cart has no end: nothing is held in time, and nobody
 * is told that it is. Null when the supplier does not answer, or answers what cannot be sold.
 */
export async function heldFrom(
  desk: Desk,
  ctx: CallContext,
  cart: CartWire,
  activities: ReadonlyMap<string, ActivityWire>,
  expected: Expected,
): Promise<Held | null> {
  const priced = pricedOf(desk, ctx, cart, activities);
  if (!priced) return null;
  const { rows, due, totals } = priced;
  const items: HoldMemo['items'] = rows.map(({ uuid, product }, index) => ({
    item: itemId(index),
    cartItem: uuid,
    product: product.id,
    activity: product.activity_uuid,
    named: activities.get(product.activity_uuid)?.has_passenger_info === true,
  }));
  const asked = await askedOf(desk, ctx, cart.uuid, items);
  if (!asked) return null;
  const memo: HoldMemo = {
    cart: cart.uuid,
    order: null,
    items,
    preferred: gatewayOf(cart.preferred_payment_gateway),
    unable: [],
    promo: cart.promo_code ?? null,
  };
  const itemIds = items.map(({ item }) => item);
  return {
    kind: 'held',
    memo: { ...memo } as JsonObject,
    items: priced.items.map((item, index) => (index === 0 ? withPromo(item, memo.promo) : item)),
    totals: [totals],
    money: unpaid(due, itemIds, desk),
    changes: rows.flatMap((row, index) => moved(row, itemId(index), expected)),
    schema: detailsSchema(asked, items),
    expiresAt: null,
  };
}

/** What of a cart can be sold, at its own prices. */
export interface Priced {
  readonly rows: readonly CartItemWire[];
  readonly items: readonly ShownItem[];
  readonly due: Amount;
  readonly totals: Totals;
}

/** The cart as the customer sees it; null when nothing of it can be sold, or not in one currency. */
export function pricedOf(
  { config }: Desk,
  ctx: CallContext,
  cart: CartWire,
  activities: ReadonlyMap<string, ActivityWire>,
): Priced | null {
  const rows = cart.items.filter(isGood);
  const due = amountOf(cart.retail_price);
  if (rows.length === 0 || rows.some(({ total_price: one }) => one.currency !== due.currency)) return null;
  const shares = sharesOf(rows, due);
  const frame = { imageOrigins: config.imageOrigins, locale: ctx.locale };
  const items = rows.map((row, index) => {
    const share = { ...due, amount: shares[index] ?? 0 };
    return itemOfCart(row, activities.get(row.product.activity_uuid), share, itemId(index), frame);
  });
  const fees = items.reduce((sum, { fee }) => sum + fee.amount, 0);
  const full = cart.full_price ? amountOf(cart.full_price).amount : due.amount;
  return { rows, items, due, totals: totalOf(due, full, fees) };
}

function itemId(index: number): string {
  return `i${index + 1}`;
}

/** The supplier's own schemas; null when one of them cannot be had. */
async function askedOf(desk: Desk, ctx: CallContext, cart: string, items: HoldMemo['items']) {
  const customer = await desk.send(ctx, calls.customerSchema(cart));
  if (customer.kind !== 'ok') return null;
  const participants = new Map<string, JsonObject>();
  for (const { item, cartItem, named } of items) {
    if (!named) continue;
    const reply = await desk.send(ctx, calls.participantsSchema(cart, cartItem));
    if (reply.kind === 'ok') participants.set(item, reply.value as JsonObject);
    // An activity may name nobody after all.
    else if (reply.kind !== 'refused' || reply.status !== 404) return null;
  }
  return { customer: customer.value as JsonObject, participants };
}

/** What each item costs the customer: a promo code takes off of each its share, and the last one has the rounding. */
export function sharesOf(rows: readonly CartItemWire[], due: Amount): readonly number[] {
  const prices = rows.map(({ total_price: price }) => amountOf(price).amount);
  const whole = prices.reduce((sum, one) => sum + one, 0);
  let rest = due.amount;
  return prices.map((price, index) => {
    const off = whole === 0 ? 0 : Math.round(((whole - due.amount) * price) / whole);
    const share = index === prices.length - 1 ? rest : price - off;
    rest -= share;
    return share;
  });
}

function withPromo<T extends { readonly notices: readonly string[] }>(item: T, promo: string | null): T {
  return promo ? { ...item, notices: [...item.notices, `With promo code ${promo}.`] } : item;
}

/** A date's price may be old when it is put into the cart: then the customer is asked. */
function moved(
  { product, total_price: now }: CartItemWire,
  itemId: string,
  expected: Expected,
): readonly Change[] {
  const before = expected.get(product.id);
  const after = amountOf(now);
  if (before === undefined || before === after.amount) return [];
  return [{ itemId, kind: 'price', before: { ...after, amount: before }, after }];
}
