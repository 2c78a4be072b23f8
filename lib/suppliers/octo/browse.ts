import type { Answer, CallContext, EventDetail, EventPage, EventQuery } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { noAnswer } from './errors';
import { detailOf, summaryOf } from './map-event';
import { currencyFor, isOpenDated } from './map-product';
import { type ProductWire, productWire } from './wire';

const PER_PAGE = 24;
/** How far ahead days are offered. */
const SEASON_DAYS = 180;
const DAY_MS = 24 * 60 * 60_000;

/** A page of products. OCTO lists all of them at once and searches nothing, so both are done here. Pages count from 1. */
export async function events(desk: Desk, ctx: CallContext, query: EventQuery): Promise<Answer<EventPage>> {
  const reply = await desk.send(ctx, calls.products());
  if (reply.kind !== 'ok') return noAnswer(reply);
  const all = reply.value.flatMap((one) => {
    const parsed = productWire.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  const found = all.filter((product) => matches(product, query.text));
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.max(1, Math.trunc(query.page));
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const events = shown.map((product) => summaryOf(product, desk.config));
  return { ok: true, value: { events, page, pages, total: found.length } };
}

/** Every word of the question is in what the product says of itself. */
function matches(product: ProductWire, text: string): boolean {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { title, internalName, subtitle, shortDescription, location, destination, categories } = product;
  const said = [
    ...[title, internalName, subtitle, shortDescription, location, destination?.name],
    ...(categories ?? []).map((one) => one?.title),
  ];
  const all = folded(said.filter(Boolean).join(' '));
  return words.every((word) => all.includes(word));
}

/** Whoever types "kosen an" finds "Kōsen-an". */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('-', ' ');
}

/** One product with its days. */
export async function event(desk: Desk, ctx: CallContext, id: string): Promise<Answer<EventDetail>> {
  const reply = await desk.send(ctx, calls.product(id));
  if (reply.kind !== 'ok') return noAnswer(reply);
  const product = reply.value;
  const days = isOpenDated(product) ? [] : await daysOf(desk, ctx, product);
  return days
    ? { ok: true, value: detailOf(product, days, desk.config) }
    : { ok: false, code: 'unavailable' };
}

/** Days on which any of its options has room, in order; null when the supplier does not say. */
async function daysOf(desk: Desk, ctx: CallContext, product: ProductWire): Promise<readonly string[] | null> {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  // The venue may be a day behind us; what is over there is closed, and closed days are left out.
  const localDateStart = day(desk.now() - DAY_MS);
  const localDateEnd = day(desk.now() + SEASON_DAYS * DAY_MS);
  const currency = currencyFor(product, desk.config.currency);
  const asks = product.options.map(({ id: optionId }) =>
    desk.send(
      ctx,
      calls.calendar({ productId: product.id, optionId, localDateStart, localDateEnd, currency }),
    ),
  );
  const days = new Set<string>();
  for (const reply of await Promise.all(asks)) {
    if (reply.kind !== 'ok') return null;
    for (const one of reply.value) if (one.available) days.add(one.localDate);
  }
  return [...days].sort();
}
