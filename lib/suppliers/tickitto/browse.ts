import type { JsonObject } from '@/lib/checkout/json';
import type {
  Answer,
  CallContext,
  EventDetail,
  EventPage,
  EventQuery,
  PickerOpened,
} from '@/lib/checkout/supplier';
import { isFrom } from '@/lib/platform/address';
import { calls, type Reply } from './client';
import { askBasket, type Desk } from './desk';
import { noAnswer } from './errors';
import { detailOf, summaries } from './map-event';
import { readBasketId } from './memo';
import type { SessionWire } from './wire';

const PER_PAGE = 24;

/** Without a range Tickitto lists what is on within two weeks; a shop shows a season. */
const RANGE_DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;

/** A page of events that have dates within the next 90 days. Pages count from 1. */
export async function events(desk: Desk, ctx: CallContext, query: EventQuery): Promise<Answer<EventPage>> {
  const { config, now } = desk;
  const page = Math.max(1, Math.trunc(query.page));
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const text = query.text.trim().slice(0, 100);
  const reply = await desk.send(
    ctx,
    calls.events({
      t1: day(now()),
      t2: day(now() + RANGE_DAYS * DAY_MS),
      text: text || undefined,
      currency: config.currency,
      skip: (page - 1) * PER_PAGE,
      limit: PER_PAGE,
    }),
  );
  if (reply.kind !== 'ok') return noAnswer(reply);
  const rows = reply.value.slice(0, PER_PAGE);
  const total = totalOf(reply.headers, (page - 1) * PER_PAGE + rows.length);
  return {
    ok: true,
    value: {
      events: summaries(rows, config),
      page,
      pages: Math.max(1, Math.ceil(total / PER_PAGE), rows.length > 0 ? page : 1),
      total,
    },
  };
}

/** `X-Total-Count`; without it, what has been seen so far. */
function totalOf(headers: Headers, seen: number): number {
  const text = headers.get('x-total-count') ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : seen;
}

/** One event. An id of another shape than Tickitto's is nobody's, and is not sent. */
export async function event(desk: Desk, ctx: CallContext, id: string): Promise<Answer<EventDetail>> {
  if (!/^[\w-]{1,64}$/.test(id)) return { ok: false, code: 'not_found' };
  const reply = await desk.send(ctx, calls.event(id, desk.config.currency));
  return reply.kind === 'ok' ? { ok: true, value: detailOf(reply.value, desk.config) } : noAnswer(reply);
}

/**
 * Opens the picker for an event, into the customer's basket or a new one. A basket that was paid for or forgotten over
 * there is replaced: the customer came to buy something else.
 */
export async function openPicker(
  desk: Desk,
  ctx: CallContext,
  ask: { event: string; basket: JsonObject | null },
): Promise<Answer<PickerOpened>> {
  const known = ask.basket && readBasketId(ask.basket);
  if (known) {
    const reply = await desk.send(ctx, calls.session(ask.event, known));
    const stale = reply.kind === 'refused' && /basket_not_found|status_conflict/.test(reply.type);
    if (!stale) return opened(desk, known, reply);
  }
  const made = await askBasket(desk, ctx, calls.createBasket(desk.config.currency));
  if (made.kind !== 'ok') return noAnswer(made);
  return opened(desk, made.value.id, await desk.send(ctx, calls.session(ask.event, made.value.id)));
}

function opened(desk: Desk, basketId: string, reply: Reply<SessionWire>): Answer<PickerOpened> {
  if (reply.kind !== 'ok') return noAnswer(reply);
  const url = reply.value.view_url ?? reply.value.widget_url;
  // Whatever is framed may put tickets into the basket, so it comes from where configuration says and nowhere else.
  if (!isFrom(url, desk.config.pickerOrigins)) return { ok: false, code: 'misconfigured' };
  return { ok: true, value: { url, origin: new URL(url).origin, basket: { basketId } } };
}

/** Takes an item out of a basket; one that is not there any more is out of it. */
export async function removeItem(
  desk: Desk,
  ctx: CallContext,
  basket: JsonObject,
  item: string,
): Promise<Answer<null>> {
  const id = readBasketId(basket);
  if (!id) return { ok: false, code: 'not_found' };
  const reply = await askBasket(desk, ctx, calls.remove(id, item, desk.config.currency));
  const gone = reply.kind === 'refused' && reply.type === 'basket_error.item_not_found';
  return reply.kind === 'ok' || gone ? { ok: true, value: null } : noAnswer(reply);
}
