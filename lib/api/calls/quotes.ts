import 'server-only';
import { basketOf, handleOf, keepBasket } from '../baskets';
import { browsing } from '../http/context';
import { call } from '../http/handler';
import { json } from '../http/reply';
import { spend } from '../limits';
import { problem } from '../problems/problem';
import { quoteView as quoteSchema } from '../schemas/catalogue';
import { pickerBody, pickerItemParams, quoteBody, supplierParams } from '../schemas/requests';
import { pickerOpened } from '../schemas/suppliers';
import { quoteView } from '../view/catalogue';
import { noAnswer } from './no-answer';

/** POST /api/suppliers/{supplier}/pickers */
export const openPicker = call(
  {
    id: 'openPicker',
    method: 'POST',
    path: '/api/suppliers/{supplier}/pickers',
    summary: 'Opens the supplier’s picker for an event, into a new basket or the one of a handle',
    access: 'session',
    params: supplierParams,
    body: pickerBody,
    answers: { 200: { description: 'The picker', schema: pickerOpened, headers: ['Set-Cookie'] } },
    problems: ['not_found', 'rate_limited', 'supplier_refused', 'supplier_unavailable'],
  },
  async (context) => {
    const { foyer, params, body, caller, counted } = context;
    const supplier = foyer.suppliers.get(params.supplier);
    if (!supplier?.picker) return problem('not_found');
    const known = body.handle ? await basketOf(foyer, body.handle, caller.id, supplier.id) : null;
    if (body.handle && known?.request.kind !== 'basket') return problem('not_found');
    if (known?.checkoutId) return problem('wrong_state');
    const limited = await spend(foyer, 'pickers', counted);
    if (limited) return limited;
    const ask = { event: body.event, basket: known?.request.kind === 'basket' ? known.request.basket : null };
    const answer = await supplier.picker.open(browsing(context), ask);
    if (!answer.ok) return noAnswer(answer, context.locale);
    const { url, origin, basket } = answer.value;
    const request = { kind: 'basket' as const, basket };
    const kept = await keepBasket(foyer, known, { supplier: supplier.id, session: caller.id, request });
    return json({ url, origin, handle: await handleOf(foyer, kept) });
  },
);

/** POST /api/suppliers/{supplier}/quote */
export const quote = call(
  {
    id: 'quote',
    method: 'POST',
    path: '/api/suppliers/{supplier}/quote',
    summary: 'Prices lines or a picker’s basket; nothing is held',
    access: 'session',
    params: supplierParams,
    body: quoteBody,
    answers: { 200: { description: 'The quote', schema: quoteSchema, headers: ['Set-Cookie'] } },
    problems: ['not_found', 'capability_missing', 'rate_limited', 'supplier_refused', 'supplier_unavailable'],
  },
  async (context) => {
    const { foyer, params, body, caller, counted, locale } = context;
    const supplier = foyer.suppliers.get(params.supplier);
    if (!supplier) return problem('not_found');
    if ('lines' in body && body.promoCode) {
      if (!supplier.promoCodes) return problem('capability_missing');
      const limited = await spend(foyer, 'codes', counted);
      if (limited) return limited;
    }
    const request =
      'lines' in body
        ? ({ kind: 'lines', ...body } as const)
        : (await basketOf(foyer, body.handle, caller.id, supplier.id))?.request;
    if (!request) return problem('not_found');
    const answer = await supplier.quote(browsing(context), request);
    return answer.ok ? json(quoteView(answer.value, locale)) : noAnswer(answer, locale);
  },
);

/** DELETE /api/suppliers/{supplier}/pickers/{handle}/items/{item} */
export const removePickerItem = call(
  {
    id: 'removePickerItem',
    method: 'DELETE',
    path: '/api/suppliers/{supplier}/pickers/{handle}/items/{item}',
    summary: 'Takes one item out of a picker’s basket',
    access: 'session',
    params: pickerItemParams,
    answers: { 204: { description: 'It is out' } },
    problems: ['not_found', 'wrong_state', 'supplier_refused', 'supplier_unavailable'],
  },
  async (context) => {
    const { foyer, params, caller } = context;
    const picker = foyer.suppliers.get(params.supplier)?.picker;
    const basket = await basketOf(foyer, params.handle, caller.id, params.supplier);
    if (!picker || basket?.request.kind !== 'basket') return problem('not_found');
    if (basket.checkoutId) return problem('wrong_state');
    const answer = await picker.remove(browsing(context), basket.request.basket, params.item);
    return answer.ok ? new Response(null, { status: 204 }) : noAnswer(answer, context.locale);
  },
);
