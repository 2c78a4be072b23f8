import { randomInt } from 'node:crypto';
import type { Json } from '@/lib/checkout/json';
import { payers } from '../../contract/payers';
import { CANARIES } from './canaries';
import type { Site } from './site';
import type { Visitor } from './visitor';

/** A checkout as far as these tests read it. */
export interface View {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly tickets: string;
  readonly money: { readonly state: string };
  readonly items: {
    readonly id: string;
    readonly title: string;
    readonly vouchers: { readonly id: string; href?: string }[];
  }[];
  readonly attempt?: {
    readonly id: string;
    readonly step?: { readonly id: string; readonly kind: string; readonly params: Json };
  };
}

/** Chooses one ticket by the picker's own calls; answers the handle of the basket. */
export async function basket(who: Visitor, event = 'T103'): Promise<string> {
  const opened = await who.json<{ url: string; handle: string }>('/api/suppliers/tickitto/pickers', {
    json: { event },
  });
  const url = new URL(opened.url);
  const picker = `${url.origin}/availability/${url.searchParams.get('session')}`;
  const ask = async <T>(path: string, body?: object) =>
    (await (
      await fetch(`${picker}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: body ? { 'content-type': 'application/json' } : {},
        body: body && JSON.stringify(body),
      })
    ).json()) as T;
  const { dates } = await ask<{ dates: { times: { id: string; left: string }[] }[] }>('/dates');
  // Any day: so many tests would sell one out.
  const times = dates.flatMap((date) => date.times).filter(({ left }) => left === 'enough');
  const time = times[randomInt(times.length)];
  const offer = await ask<{
    availability_id: string;
    product_id: string;
    bands: { id: string; tickets: { id: string }[] }[];
  }>(`/offers/${time?.id}`);
  const [band] = offer.bands;
  await ask('/selection', {
    availability_id: offer.availability_id,
    product_id: offer.product_id,
    band_id: band?.id,
    booking_options: [{ concession_id: band?.tickets[0]?.id, quantity: 1 }],
  });
  return opened.handle;
}

/** Holds what a basket has. */
export async function hold(who: Visitor, event?: string): Promise<View> {
  const handle = await basket(who, event);
  return who.json<View>('/api/checkouts', { json: { supplier: 'tickitto', handle } });
}

/** Gives the canaries' details and starts paying; the answer has a step. */
export async function till(who: Visitor, event?: string): Promise<View> {
  const { id } = await hold(who, event);
  await who.json(`/api/checkouts/${id}/details`, { method: 'PUT', json: { customer: CANARIES.customer } });
  return who.json<View>(`/api/checkouts/${id}/attempts`, { json: { option: 'tickitto.stripe' } });
}

/** Pays as the browser's component does, and reports it; answers the checkout once it is booked. */
export async function pay(site: Site, who: Visitor, at: View): Promise<View> {
  const { attempt } = at;
  const payer = payers['stripe-card'];
  if (!attempt?.step || !payer) throw new Error(`There is nothing to pay: ${JSON.stringify(at)}`);
  const data = await payer((provider) => site.sandbox.world.origin(provider), attempt.step.params, 'good');
  await who.json(`/api/checkouts/${at.id}/attempts/${attempt.id}/results`, {
    json: { step: attempt.step.id, data },
  });
  return booked(who, at.id);
}

/** Waits for the tickets. */
export async function booked(who: Pick<Visitor, 'json'>, id: string): Promise<View> {
  for (const end = Date.now() + 15_000; ; ) {
    const view = await who.json<View>(`/api/checkouts/${id}`);
    if (view.tickets === 'booked') return view;
    if (Date.now() > end) throw new Error(`Not booked: ${view.tickets}/${view.money.state}`);
    await new Promise((wake) => setTimeout(wake, 250));
  }
}
