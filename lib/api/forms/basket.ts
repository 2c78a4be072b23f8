import 'server-only';
import type { OpenBasket } from '@/lib/checkout/shop-store';
import { changeLines, withoutLines } from '../basket-lines';
import { basketOf } from '../baskets';
import { noAnswer } from '../calls/no-answer';
import { openCheckout } from '../checkouts/open';
import { keyedId } from '../idempotency';
import { spend } from '../limits';
import { problem } from '../problems/problem';
import { form } from './form';

const inBasket = { access: 'session' as const, home: () => '/basket' };

/** Names of the ways of delivery: `delivery.{group}` as picked, `counted.{group}` as the total on the page has it. */
const PICKED = 'delivery.';
const COUNTED = 'counted.';

/**
 * POST /basket/checkout: holds what is in a basket. A basket becomes one checkout, so a double click is none. What the
 * page showed as not available is left out; a delivery that was picked but not counted yet is shown with its total first.
 */
export const basketCheckoutForm = form(
  { ...inBasket, path: '/basket/checkout' },
  async ({ foyer, fields, pairs, caller, counted: who, locale }) => {
    const basket = await fieldBasket(foyer, fields, caller);
    if (!basket) return problem('not_found');
    if (basket.checkoutId) return `/checkout/${basket.checkoutId}`;
    const picked = named(pairs, PICKED);
    const counted = named(pairs, COUNTED);
    const kept = await keepDelivery(foyer, basket, picked);
    if (kept && Object.keys(picked).some((group) => picked[group] !== counted[group])) {
      return '/basket?said=delivery';
    }
    const gone = new Set(pairs.flatMap(([name, value]) => (name === 'gone' ? [value] : [])));
    const left = basket.request.kind === 'lines' ? await leaveOut(foyer, basket, gone) : 1;
    if (left === 0) return '/basket';
    const limited = await spend(foyer, 'holds', who);
    if (limited) return limited;
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
      return (await leaveOut(foyer, basket, new Set([item]))) === null ? problem('busy') : '/basket';
    }
    const picker = foyer.suppliers.get(basket.supplier)?.picker;
    if (!picker || item === '') return problem('not_found');
    const ctx = { traceId: keyedId('basket', basket.id), locale, record: () => undefined };
    const answer = await picker.remove(ctx, basket.request.basket, item);
    return answer.ok ? '/basket' : noAnswer(answer, locale);
  },
);

/** POST /basket/delivery: how the tickets of a group travel. The quote on the page decides what can be chosen. */
export const basketDeliveryForm = form(
  { ...inBasket, path: '/basket/delivery' },
  async ({ foyer, fields, pairs, caller }) => {
    const basket = await fieldBasket(foyer, fields, caller);
    if (basket?.request.kind !== 'lines') return problem('not_found');
    if (basket.checkoutId) return problem('wrong_state');
    return (await keepDelivery(foyer, basket, named(pairs, PICKED))) ? '/basket' : problem('busy');
  },
);

type Asked = Parameters<Parameters<typeof form<'session'>>[1]>[0];
type Picked = Readonly<Record<string, string>>;

async function fieldBasket(foyer: Asked['foyer'], fields: Asked['fields'], caller: Asked['caller']) {
  if (caller.kind === 'nobody') return null;
  return basketOf(foyer, fields.get('handle') ?? '', caller.id, fields.get('supplier') ?? '');
}

/** How many lines are left; null when the basket could not be changed. */
async function leaveOut(foyer: Asked['foyer'], basket: OpenBasket, keys: ReadonlySet<string>) {
  const changed = await changeLines(foyer, basket, (request) => withoutLines(request, keys));
  return changed?.lines.length ?? null;
}

/** Fields under a prefix, by the rest of their names. */
function named(pairs: Asked['pairs'], prefix: string): Picked {
  const some = pairs.filter(([name, code]) => name.startsWith(prefix) && name.length + code.length < 200);
  return Object.fromEntries(some.slice(0, 20).map(([name, code]) => [name.slice(prefix.length), code]));
}

/** Every group of the basket is on its page, so what was picked there is all that counts. */
async function keepDelivery(foyer: Asked['foyer'], basket: OpenBasket, delivery: Picked) {
  if (basket.request.kind !== 'lines' || Object.keys(delivery).length === 0) return null;
  return changeLines(foyer, basket, (request) => ({ ...request, delivery }));
}
