import 'server-only';
import type { OpenBasket } from '@/lib/checkout/shop-store';
import { changeLines, type LinesRequest, withoutLines } from '../basket-lines';
import { basketOf } from '../baskets';
import { noAnswer } from '../calls/no-answer';
import { openCheckout } from '../checkouts/open';
import { keyedId } from '../idempotency';
import { type Counted, spend } from '../limits';
import { problem } from '../problems/problem';
import { type Chosen, chosenOn, isCounted, keepChosen, REFUSED } from './basket-chosen';
import { form } from './form';

const inBasket = { access: 'session' as const, home: () => '/basket' };

/**
 * POST /basket/checkout: holds what is in a basket. A basket becomes one checkout, so a double click is none. What the
 * page showed as not available is left out, and so is a promo code that it showed as refused; a delivery or a code that is not
 * counted yet is shown with its total first.
 */
export const basketCheckoutForm = form(
  { ...inBasket, path: '/basket/checkout' },
  async ({ foyer, fields, pairs, caller, counted: who, locale }) => {
    const basket = await fieldBasket(foyer, fields, caller);
    if (!basket) return problem('not_found');
    if (basket.checkoutId) return `/checkout/${basket.checkoutId}`;
    const chosen = chosenOn(pairs);
    const limited = await tried(foyer, basket, chosen, who);
    if (limited) return limited;
    const kept = await keepChosen(foyer, basket, chosen);
    if (kept && !isCounted(chosen)) return '/basket?said=counted';
    const gone = new Set(pairs.flatMap(([name, value]) => (name === 'gone' ? [value] : [])));
    const refused = fields.get(REFUSED);
    const left = basket.request.kind === 'lines' ? await leaveOut(foyer, basket, gone, refused) : null;
    if (left?.lines.length === 0) return '/basket';
    const over = await spend(foyer, 'holds', who);
    if (over) return over;
    const { checkout } = await openCheckout(foyer, keyedId('basket', basket.id), {
      supplier: basket.supplier,
      request: basket.request,
      basket,
      owner: basket.session,
      locale,
    });
    return `/checkout/${checkout.id}`;
  },
);

/** POST /basket/remove: takes out a line, or what a picker calls an item. What is out already is out. */
export const basketRemoveForm = form(
  { ...inBasket, path: '/basket/remove' },
  async ({ foyer, fields, caller, locale }) => {
    const basket = await fieldBasket(foyer, fields, caller);
    if (!basket) return problem('not_found');
    if (basket.checkoutId) return problem('wrong_state');
    const item = fields.get('item') ?? '';
    if (basket.request.kind === 'lines') {
      return (await leaveOut(foyer, basket, new Set([item]))) ? '/basket' : problem('busy');
    }
    const picker = foyer.suppliers.get(basket.supplier)?.picker;
    if (!picker || item === '') return problem('not_found');
    const ctx = { traceId: keyedId('basket', basket.id), locale, record: () => undefined };
    const answer = await picker.remove(ctx, basket.request.basket, item);
    return answer.ok ? '/basket' : noAnswer(answer, locale);
  },
);

/**
 * POST /basket/chosen: how the tickets of a group travel, and a promo code. Both are fields of one form, so either button keeps
 * both. The quote on the page decides what can be chosen, and what a code is worth.
 */
export const basketChosenForm = form(
  { ...inBasket, path: '/basket/chosen' },
  async ({ foyer, fields, pairs, caller, counted }) => {
    const basket = await fieldBasket(foyer, fields, caller);
    if (basket?.request.kind !== 'lines') return problem('not_found');
    if (basket.checkoutId) return problem('wrong_state');
    const chosen = chosenOn(pairs);
    const limited = await tried(foyer, basket, chosen, counted);
    if (limited) return limited;
    const kept = await keepChosen(foyer, basket, chosen);
    // To where it was chosen, and not to the top of a long page.
    return kept ? `/basket#checkout-${basket.supplier}` : problem('busy');
  },
);

type Asked = Parameters<Parameters<typeof form<'session'>>[1]>[0];

async function fieldBasket(foyer: Asked['foyer'], fields: Asked['fields'], caller: Asked['caller']) {
  if (caller.kind === 'nobody') return null;
  return basketOf(foyer, fields.get('handle') ?? '', caller.id, fields.get('supplier') ?? '');
}

/** Counts a promo code that this basket has not been asked with: whoever guesses gets so many guesses. */
async function tried(foyer: Asked['foyer'], { request }: OpenBasket, { promo }: Chosen, who: Counted) {
  if (request.kind !== 'lines' || !promo || promo === request.promoCode) return null;
  return spend(foyer, 'codes', who);
}

/** What is left; null when the basket could not be changed. */
async function leaveOut(
  foyer: Asked['foyer'],
  basket: OpenBasket,
  keys: ReadonlySet<string>,
  promoCode?: string,
): Promise<LinesRequest | null> {
  return changeLines(foyer, basket, (request) => {
    const left = withoutLines(request, keys);
    return promoCode && left.promoCode === promoCode ? { ...left, promoCode: undefined } : left;
  });
}
