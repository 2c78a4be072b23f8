import 'server-only';
import { basketOf } from '../baskets';
import { noAnswer } from '../calls/no-answer';
import { openCheckout } from '../checkouts/open';
import { keyedId } from '../idempotency';
import { spend } from '../limits';
import { mailLink } from '../lookup';
import { problem } from '../problems/problem';
import { lookupBody } from '../schemas/requests';
import { form } from './form';

const inBasket = { access: 'session' as const, home: () => '/basket' };

/** POST /basket/checkout: holds what is in a basket. A basket becomes one checkout, so a double click is none. */
export const basketCheckoutForm = form(
  { ...inBasket, path: '/basket/checkout' },
  async ({ foyer, fields, caller, counted, locale }) => {
    const basket = await fieldBasket(foyer, fields, caller);
    if (!basket) return problem('not_found');
    if (basket.checkoutId) return `/checkout/${basket.checkoutId}`;
    const limited = await spend(foyer, 'holds', counted);
    if (limited) return limited;
    const { checkout } = await openCheckout(foyer, keyedId('basket', basket.id), {
      supplier: basket.supplier,
      request: { kind: 'basket', basket: basket.basket },
      basket,
      owner: basket.session,
      locale,
    });
    return `/checkout/${checkout.id}`;
  },
);

/** POST /basket/remove */
export const basketRemoveForm = form(
  { ...inBasket, path: '/basket/remove' },
  async ({ foyer, fields, caller, locale }) => {
    const basket = await fieldBasket(foyer, fields, caller);
    const picker = basket && foyer.suppliers.get(basket.supplier)?.picker;
    const item = fields.get('item') ?? '';
    if (!basket || !picker || item === '') return problem('not_found');
    if (basket.checkoutId) return problem('wrong_state');
    const ctx = { traceId: keyedId('basket', basket.id), locale, record: () => undefined };
    const answer = await picker.remove(ctx, basket.basket, item);
    return answer.ok ? '/basket' : noAnswer(answer, locale);
  },
);

/** POST /lookup/send: says the same whether there is such an order or not. */
export const lookupForm = form(
  { path: '/lookup/send', access: 'anyone', home: () => '/lookup' },
  async ({ foyer, fields, counted }) => {
    const asked = lookupBody.safeParse(Object.fromEntries(fields));
    if (!asked.success) return problem('invalid');
    const limited = await spend(foyer, 'lookups', counted);
    if (limited) return limited;
    await mailLink(foyer, asked.data);
    return '/lookup?sent=1';
  },
);

type Asked = Parameters<Parameters<typeof form<'session'>>[1]>[0];

async function fieldBasket(foyer: Asked['foyer'], fields: Asked['fields'], caller: Asked['caller']) {
  if (caller.kind === 'nobody') return null;
  return basketOf(foyer, fields.get('handle') ?? '', caller.id, fields.get('supplier') ?? '');
}
