import type { DeliveryChoice, Quote } from '@/lib/checkout/catalogue';
import type { HoldRequest, Refusal } from '@/lib/checkout/model';
import type { Answer, CallContext } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { noAnswer } from './errors';
import { trolleyOf } from './map';
import { itemIdOf } from './map-order';
import { bundleCurrency, type Currency, maybeAmount } from './money';
import { offerOf } from './offer-id';
import { fill } from './trolley';
import { contentsOf } from './wire';
import type { BundleWire, SendMethodWire } from './wire-order';
import type { CurrencyWire } from './wire-parts';

/** What would be held, priced, with what does not go together and the ways in which each group can travel. */
export async function quote(desk: Desk, ctx: CallContext, request: HoldRequest): Promise<Answer<Quote>> {
  if (request.kind !== 'lines') return nothing([{ code: 'invalid_selection' }]);
  const filled = await fill(desk, ctx, 'main', request);
  if (filled.kind !== 'filled') return noAnswer(filled);
  const contents = contentsOf(filled.wire) ?? {};
  const currencies = filled.wire.currency_details;
  const trolley = trolleyOf(contents, { currencies, imageOrigins: desk.config.imageOrigins });
  if (!trolley) return { ok: false, code: 'unavailable' };
  if (trolley.items.length === 0) return nothing(filled.discarded);
  const delivery: Quote['delivery'][number][] = [];
  for (const bundle of contents.bundle ?? []) {
    const group = await groupOf(desk, ctx, bundle, currencies);
    if (!group.ok) return group;
    delivery.push(group.value);
  }
  const lineOf = (offer: string | undefined) => {
    const line = request.lines.findIndex((one) => one.offer === offer);
    return line < 0 ? {} : { line };
  };
  const orders = (contents.bundle ?? []).flatMap((bundle) => bundle.order);
  const offers = new Map(orders.map((order) => [itemIdOf(order), offerOf(order)]));
  const items = trolley.items.map((item) => ({ ...item, ...lineOf(offers.get(item.id)) }));
  const discarded = filled.discarded.map((refusal) => ({ ...refusal, ...lineOf(refusal.item) }));
  return { ok: true, value: { items, totals: trolley.totals, discarded, delivery, expiresAt: null } };
}

function nothing(refusals: readonly Refusal[]): Answer<never> {
  return { ok: false, code: 'refused', refusals };
}

/** A bundle's tickets travel together, in a way that each of its performances offers. */
async function groupOf(
  desk: Desk,
  ctx: CallContext,
  bundle: BundleWire,
  currencies: Readonly<Record<string, CurrencyWire>> | null | undefined,
): Promise<Answer<Quote['delivery'][number]>> {
  const currency = bundleCurrency(bundle, currencies);
  const perfs = [...new Set(bundle.order.flatMap(({ performance }) => performance?.perf_id ?? []))];
  const replies = await Promise.all(perfs.map((perf) => desk.send(ctx, 'main', calls.sendMethods(perf))));
  const lists: (readonly SendMethodWire[])[] = [];
  for (const reply of replies) {
    if (reply.kind !== 'ok') return noAnswer(reply);
    lists.push(reply.value.send_methods?.send_method ?? []);
  }
  const [first = [], ...others] = lists;
  const common = first.filter(({ send_code: code }) =>
    others.every((list) => list.some((one) => one.send_code === code)),
  );
  return {
    ok: true,
    value: {
      group: bundle.bundle_source_code,
      label: bundle.order.map(({ event }) => event.event_desc).join(', '),
      chosen: bundle.order[0]?.send_method?.send_code,
      choices: currency ? common.map((method) => choiceOf(method, currency)) : [],
    },
  };
}

const KINDS: Readonly<Record<string, DeliveryChoice['kind']>> = {
  collect: 'collect',
  post: 'post',
  selfprint: 'self_print',
};

function choiceOf(method: SendMethodWire, currency: Currency): DeliveryChoice {
  const countries = method.permitted_countries?.country ?? [];
  return {
    code: method.send_code,
    label: method.send_desc || method.send_code,
    price: maybeAmount(method.send_cost, currency) ?? {
      amount: 0,
      currency: currency.code,
      exponent: currency.exponent,
    },
    kind: KINDS[method.send_type ?? ''],
    ...(countries.length > 0
      ? { countries: countries.map(({ country_code: code, country_desc: name }) => name || code) }
      : {}),
  };
}
