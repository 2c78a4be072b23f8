import type { Quote } from '@/lib/checkout/catalogue';
import type { HoldRequest } from '@/lib/checkout/model';
import type { Answer, CallContext } from '@/lib/checkout/supplier';
import type { Desk } from './desk';
import { type Filled, fill } from './fill';
import { type Priced, pricedOf } from './held';
import { amountOf } from './map-parts';

type Asked = Extract<HoldRequest, { kind: 'lines' }> & { readonly promoCode: string };

/**
 * What lines cost with a promo code. Nobody but a cart tells what a code is worth, so one is filled and left behind: a cart holds
 * nothing, and is forgotten over there by itself. Its prices are those that a hold will have.
 */
export async function quoteWithCode(desk: Desk, ctx: CallContext, asked: Asked): Promise<Answer<Quote>> {
  const filled = await fill(desk, ctx, asked);
  if (filled.kind === 'unknown') return { ok: false, code: 'unavailable' };
  if (filled.kind === 'refused') {
    const ours = filled.refusals.some(({ code }) => code === 'supplier_misconfigured');
    return ours ? { ok: false, code: 'misconfigured' } : { ok: false, ...filled, code: 'refused' };
  }
  const { cart, activities, lost: discarded } = filled;
  // What no offer could ever make is nobody's to sell, with a code or without.
  const never = discarded.filter(({ code }) => code === 'invalid_selection');
  if (never.length > 0) return { ok: false, code: 'refused', refusals: never };
  const priced = pricedOf(desk, ctx, cart, activities);
  if (!priced) return { ok: false, code: 'refused', refusals: discarded };
  return {
    ok: true,
    value: {
      items: placed(priced, filled),
      totals: [priced.totals],
      discarded,
      delivery: [],
      expiresAt: null,
      promo: { code: asked.promoCode, accepted: filled.refusedCode === null, off: offOf(priced) },
    },
  };
}

/** What a code takes off: the cart costs so much less than what is in it. */
function offOf({ rows, due }: Priced) {
  const whole = rows.reduce((sum, { total_price: price }) => sum + amountOf(price).amount, 0);
  return { ...due, amount: Math.max(0, whole - due.amount) };
}

/** Each item with the line that it came of. Two lines may be of one product, in two languages. */
function placed({ rows, items }: Priced, { sources }: Filled): Quote['items'] {
  const left = [...sources];
  return items.map((item, index) => {
    const found = left.findIndex(({ product }) => product === rows[index]?.product.id);
    const [source] = found < 0 ? [] : left.splice(found, 1);
    return { ...item, line: source?.line };
  });
}
