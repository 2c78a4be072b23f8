import type { Quote } from '@/lib/checkout/catalogue';
import type { HoldRequest } from '@/lib/checkout/model';
import type { Answer, CallContext } from '@/lib/checkout/supplier';
import type { Desk } from './desk';
import { cleared, type Filled, fill } from './fill';
import { type Priced, pricedOf } from './held';
import { amountOf } from './map-parts';

type Asked = Extract<HoldRequest, { kind: 'lines' }> & { readonly promoCode: string };

/**
 * What lines cost with a promo code. Nobody but a cart tells what a code is worth, so one is filled, and read again by whoever
 * asks the same: a page that is loaded often leaves one cart over there and not many. It holds nothing, nobody buys it (a hold has
 * a cart of its own), and it is forgotten over there by itself. Its prices are those that a hold will have.
 */
export async function quoteWithCode(desk: Desk, ctx: CallContext, asked: Asked): Promise<Answer<Quote>> {
  const filled = await filledOf(desk, ctx, asked);
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

/** The cart for this question as it is now: the one that stands, or a new one. */
async function filledOf(desk: Desk, ctx: CallContext, asked: Asked): ReturnType<typeof fill> {
  const lines = asked.lines.map(({ event, offer, tickets, seats }) => ({ event, offer, tickets, seats }));
  const key = JSON.stringify([ctx.locale, asked.promoCode, lines]);
  let made = false;
  const ask = () =>
    desk.quotes.get(
      key,
      () => {
        made = true;
        return fill(desk, ctx, asked);
      },
      ({ kind }) => kind === 'filled',
    );
  const filled = await ask();
  if (made || filled.kind !== 'filled') return filled;
  // What has gone from it meanwhile is noted on what is kept, so that whoever looks next is told as well.
  const cart = await cleared(desk, ctx, filled.cart.uuid, filled);
  if (cart) return { ...filled, cart };
  desk.quotes.forget(key);
  return ask();
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
