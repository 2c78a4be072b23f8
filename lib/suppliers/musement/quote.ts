import type { Quote } from '@/lib/checkout/catalogue';
import type { HoldRequest, Refusal, Totals } from '@/lib/checkout/model';
import type { Answer, CallContext } from '@/lib/checkout/supplier';
import { type Choice, choose } from './choose';
import type { Desk } from './desk';
import { noAnswer } from './errors';
import { itemOfChoice, type ShownItem } from './map-item';
import { amountOf } from './map-parts';
import { totalOf } from './money';
import { quoteWithCode } from './quote-code';

type QuotedItem = ShownItem & { readonly line: number };

/** What the lines would cost now, and what of them is gone. Nothing is kept over there, unless a promo code is to be asked about. */
export async function quote(desk: Desk, ctx: CallContext, request: HoldRequest): Promise<Answer<Quote>> {
  if (request.kind !== 'lines') return refuse([{ code: 'invalid_selection' }]);
  const { promoCode } = request;
  if (promoCode) return quoteWithCode(desk, ctx, { ...request, promoCode });
  const items: QuotedItem[] = [];
  const discarded: Quote['discarded'][number][] = [];
  let full = 0;
  for (const [line, wanted] of request.lines.entries()) {
    const read = await choose(desk, ctx, wanted);
    if (read.kind === 'never') return refuse([read.refusal]);
    if (read.kind === 'reply') {
      const answer = noAnswer<Quote>(read.reply);
      if (answer.ok || answer.code !== 'not_found') return answer;
      discarded.push({ code: 'event_gone', line });
      continue;
    }
    if (read.kind === 'gone') {
      discarded.push({ ...read.refusal, line });
      continue;
    }
    const frame = { imageOrigins: desk.config.imageOrigins, locale: ctx.locale };
    for (const row of read.choice.products)
      items.push({ ...itemOfChoice(read.choice, row, `i${items.length + 1}`, frame), line });
    full += fullPriceOf(read.choice);
  }
  if (items.length === 0) return refuse(discarded);
  const totals = totalsOf(items, full);
  if (!totals) return { ok: false, code: 'unavailable' };
  return { ok: true, value: { items, totals: [totals], discarded, delivery: [], expiresAt: null } };
}

function refuse(refusals: readonly Refusal[]): Answer<never> {
  return { ok: false, code: 'refused', refusals };
}

/** What it would cost without the discounts of the day. Minor units. */
function fullPriceOf({ products }: Choice): number {
  return products.reduce((sum, { product, quantity }) => {
    const now = amountOf(product.retail_price).amount;
    const before = product.original_retail_price ? amountOf(product.original_retail_price).amount : now;
    return sum + Math.max(now, before) * quantity;
  }, 0);
}

/** Null where there is no such sum: everything is asked for in one currency. */
function totalsOf(items: readonly ShownItem[], full: number): Totals | null {
  const [first] = items;
  if (!first || items.some(({ price }) => price.currency !== first.price.currency)) return null;
  const sum = (of: (item: ShownItem) => number) => items.reduce((all, item) => all + of(item), 0);
  const fees = sum(({ fee }) => fee.amount);
  return totalOf({ ...first.price, amount: fees + sum(({ price }) => price.amount) }, full, fees);
}
