import type { Line, Refusal } from '@/lib/checkout/model';
import type { CallContext } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { NoReply } from './client';
import type { Desk } from './desk';
import { type OfferId, readOfferId } from './offer-id';
import type { ActivityWire, GroupWire, ProductWire, SlotWire } from './wire';

/** A line as Musement sells it: each kind of ticket is a product of its own. */
export interface Choice {
  readonly activity: ActivityWire;
  readonly offer: OfferId;
  readonly group: GroupWire;
  readonly slot: SlotWire;
  readonly products: readonly { readonly product: ProductWire; readonly quantity: number }[];
}

export type Read =
  | { readonly kind: 'chosen'; readonly choice: Choice }
  /** No offer could ever make such a line. */
  | { readonly kind: 'never'; readonly refusal: Refusal }
  /** It could be had once. */
  | { readonly kind: 'gone'; readonly refusal: Refusal }
  | { readonly kind: 'reply'; readonly reply: NoReply };

/** Reads a line: what it is, whether so many are sold, and what it costs now. */
export async function choose(desk: Desk, ctx: CallContext, line: Line): Promise<Read> {
  const offer = readOfferId(line.offer);
  if (!offer || line.seats?.length) return never();
  const [activity, day] = await Promise.all([
    desk.send(ctx, calls.activity(line.event)),
    desk.send(ctx, calls.date(line.event, offer.day)),
  ]);
  if (activity.kind !== 'ok') return { kind: 'reply', reply: activity };
  if (day.kind !== 'ok') return { kind: 'reply', reply: day };
  const { title } = activity.value;
  const group = day.value
    .flatMap(({ groups }) => groups)
    .find(({ feature_code: code }) => code === offer.feature);
  const slot = group?.slots.find(({ time }) => time === offer.time);
  if (!group || !slot) return { kind: 'gone', refusal: { code: 'sold_out', title } };
  const spoken = slot.languages ?? [];
  if (spoken.length > 0 && !spoken.some(({ code }) => code === offer.language)) return never(title);
  const wanted = line.tickets.filter(({ quantity }) => quantity > 0);
  const products = wanted.flatMap(({ type, quantity }) => {
    const product = slot.products.find(({ product_id: id }) => id === type);
    return product ? [{ product, quantity }] : [];
  });
  if (wanted.length === 0) return never(title, 'Choose at least one ticket.');
  if (products.length < wanted.length) return { kind: 'gone', refusal: { code: 'sold_out', title } };
  const broken = brokenRule(products);
  if (broken) return never(title, broken);
  const total = products.reduce((sum, { quantity }) => sum + quantity, 0);
  // One number for the whole start, whoever holds the tickets.
  const left = Math.min(...products.map(({ product }) => product.availability ?? total));
  if (total > left) return { kind: 'gone', refusal: { code: 'sold_out', title } };
  return { kind: 'chosen', choice: { activity: activity.value, offer, group, slot, products } };
}

function never(title?: string, text?: string): Read {
  return { kind: 'never', refusal: { code: 'invalid_selection', title, text } };
}

/** The first rule that is broken, in a sentence; Musement would refuse it too, but only after the customer has gone on. */
function brokenRule(products: Choice['products']): string | null {
  for (const { product, quantity } of products) {
    const { min_buy: min, max_buy: max, name, holder_code: code } = product;
    const label = name || code || '';
    if (min && quantity < min) return `${label}: at least ${min}.`;
    if (typeof max === 'number' && quantity > max) return `${label}: at most ${max}.`;
  }
  return null;
}
