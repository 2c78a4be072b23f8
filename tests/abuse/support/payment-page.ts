import { pressed, walk } from '../../contract/walk';
import { CANARIES } from './canaries';
import type { View } from './purchase';
import type { Visitor } from './visitor';

/** What a browser brings back from a payment page, and the address that it was given. */
export interface Arrival {
  readonly token: string;
  readonly query: readonly (readonly [string, string])[];
}

const DETAILS = { customer: { ...CANARIES.customer, supplierMayWrite: false } };

/** One ticket of the first kind, on the first day that has some. */
export async function lineOf(who: Visitor, event: string): Promise<object> {
  const path = `/api/suppliers/ingresso/events/${event}`;
  const { performances } = await who.json<{ performances: { date: string }[] }>(path);
  for (const { date } of performances.slice(10)) {
    const { offers } = await who.json<{ offers: { id: string; ticketTypes: { type: string }[] }[] }>(
      `${path}/offers?date=${encodeURIComponent(date)}`,
    );
    const [offer] = offers;
    const [type] = offer?.ticketTypes ?? [];
    if (offer && type) return { event, offer: offer.id, tickets: [{ type: type.type, quantity: 1 }] };
  }
  throw new Error(`There is nothing to be had of ${event}`);
}

/** Holds at Ingresso and starts to pay by a payment page. */
export async function atPaymentPage(who: Visitor, event: string): Promise<View> {
  const lines = [await lineOf(who, event)];
  const { id } = await who.json<View>('/api/checkouts', { json: { supplier: 'ingresso', lines } });
  await who.json(`/api/checkouts/${id}/details`, { method: 'PUT', json: DETAILS });
  return who.json<View>(`/api/checkouts/${id}/attempts`, { json: { option: 'ingresso.redirect' } });
}

/** Goes through the hand-over page and presses the payment page's button; the browser has not come back yet. */
export async function onTheWayBack(who: Visitor, { id, attempt }: View): Promise<Arrival> {
  const page = await who.ask(`/checkout/${id}/go/${attempt?.id}`);
  const form = pressed(page.text, `${who.site.publicUrl}/`, 'good');
  if (!form) throw new Error(`The hand-over page leads nowhere: ${page.status}`);
  const { url, method, fields } = form;
  const back = await walk({ kind: 'redirect', id: '', url, httpMethod: method, fields }, 'good');
  const { token, params } = back as { token: string; params: { query: [string, string][] } };
  return { token, query: params.query };
}
