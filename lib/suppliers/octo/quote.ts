import type { Quote } from '@/lib/checkout/catalogue';
import type { HoldRequest, Refusal, Totals } from '@/lib/checkout/model';
import type { Amount } from '@/lib/checkout/money';
import type { Answer, CallContext } from '@/lib/checkout/supplier';
import { choose } from './choose';
import type { Desk } from './desk';
import { noAnswer } from './errors';
import { itemOfChoice, type ShownItem } from './map-item';

type QuotedItem = ShownItem & { readonly line: number };

/** What the lines would cost now, and what of them is gone or does not go with the others. Nothing is held. */
export async function quote(desk: Desk, ctx: CallContext, request: HoldRequest): Promise<Answer<Quote>> {
  if (request.kind !== 'lines') return refuse([{ code: 'invalid_selection' }]);
  const items: QuotedItem[] = [];
  const discarded: Quote['discarded'][number][] = [];
  for (const [line, wanted] of request.lines.entries()) {
    const currency = items[0]?.price.currency ?? null;
    const read = await choose(desk, ctx, wanted, currency);
    if (read.kind === 'never') return refuse([read.refusal]);
    if (read.kind === 'reply') {
      const answer = noAnswer<Quote>(read.reply);
      if (answer.ok || answer.code !== 'not_found') return answer;
      discarded.push({ code: 'event_gone', line });
      continue;
    }
    const { choice } = read;
    const item = itemOfChoice(choice, `i${line + 1}`, desk.config.imageOrigins);
    const why = hindrance(desk, item, choice.availability !== null && !choice.slot?.available, items);
    if (item && !why) items.push({ ...item, line });
    else discarded.push({ ...(why ?? { code: 'sold_out' }), title: choice.title, line });
  }
  if (items.length === 0) return refuse(discarded);
  return { ok: true, value: { items, totals: totalsOf(items), discarded, delivery: [], expiresAt: null } };
}

/** Why a line cannot be held with those before it; null when it can. */
function hindrance(
  desk: Desk,
  item: ShownItem | null,
  gone: boolean,
  before: readonly ShownItem[],
): Refusal | null {
  if (gone) return { code: 'sold_out' };
  if (!item) return { code: 'supplier_refused' };
  const [first] = before;
  if (!first) return null;
  if (desk.granted('octo/cart') === false) return { code: 'limit_reached', text: ALONE };
  return first.price.currency === item.price.currency
    ? null
    : { code: 'limit_reached', text: OTHER_CURRENCY };
}

/** Where the supplier has no carts. */
export const ALONE = 'This supplier sells one booking at a time.';
const OTHER_CURRENCY = 'It is sold in another currency and has to be bought by itself.';

function refuse(refusals: readonly Refusal[]): Answer<never> {
  return { ok: false, code: 'refused', refusals };
}

function totalsOf(items: readonly ShownItem[]): readonly Totals[] {
  const [first] = items;
  if (!first) return [];
  const sum = items.reduce((all, { price }) => all + price.amount, 0);
  return [totalOf({ ...first.price, amount: sum }, sum)];
}

/** Of what everything costs, `due` is still to be paid. Minor units. */
export function totalOf({ amount, currency, exponent }: Amount, due: number): Totals {
  const paid = amount === due ? {} : { paidBefore: amount - due };
  return { currency, exponent, items: amount, fees: 0, delivery: 0, discount: 0, ...paid, due };
}
