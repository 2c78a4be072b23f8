import type { EventDetail, EventPage, EventQuery } from '@/lib/checkout/catalogue';
import type { Answer, CallContext } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { noAnswer } from './errors';
import { detailOf, summaryOf } from './map-event';
import type { EventWire, PerformanceWire } from './wire-event';

const PER_PAGE = 24;

/** Performances go up to two years ahead: a thousand and more for what plays twice a day. */
const PERFORMANCES = { length: 250, pages: 8 };

/** A page of events on sale. Pages count from 1 here and from 0 there. */
export async function events(desk: Desk, ctx: CallContext, query: EventQuery): Promise<Answer<EventPage>> {
  const page = Math.max(1, Math.trunc(query.page));
  const keywords = query.text.trim().slice(0, 100);
  const reply = await desk.send(ctx, 'main', calls.events(keywords, page - 1, PER_PAGE));
  if (reply.kind !== 'ok') return noAnswer(reply);
  const { results, currency_details: currencies } = reply.value;
  const rows = (results.event ?? []).filter(isOnSale).slice(0, PER_PAGE);
  const seen = (page - 1) * PER_PAGE + rows.length;
  const total = results.paging_status?.total_unpaged_results ?? seen;
  const frame = { imageOrigins: desk.config.imageOrigins, currencies };
  return {
    ok: true,
    value: {
      events: rows.map((event) => summaryOf(event, frame)),
      page,
      pages: Math.max(1, Math.ceil(total / PER_PAGE), rows.length > 0 ? page : 1),
      total,
    },
  };
}

/** Hotels want nights and departures that this shop has no form for; what is not live is not sold. */
function isOnSale(event: EventWire): boolean {
  const special = event.need_departure_date === true || event.need_duration === true;
  return !special && (event.event_status ?? 'live') === 'live' && event.has_no_perfs !== true;
}

/** Ids are short words; anything else is nobody's, and is not sent. */
export const EVENT_ID = /^\w{1,20}$/;

/** One event with its dates. */
export async function event(desk: Desk, ctx: CallContext, id: string): Promise<Answer<EventDetail>> {
  const found = await readEvent(desk, ctx, id);
  if (!found.ok) return found;
  const performances = await allPerformances(desk, ctx, id);
  if (!performances.ok) return performances;
  const { event: wire, currencies } = found.value;
  const frame = { imageOrigins: desk.config.imageOrigins, currencies };
  return { ok: true, value: detailOf(wire, performances.value, frame) };
}

/** An event as the wire has it. */
export async function readEvent(desk: Desk, ctx: CallContext, id: string) {
  if (!EVENT_ID.test(id)) return { ok: false, code: 'not_found' } as const;
  const reply = await desk.send(ctx, 'main', calls.event(id));
  if (reply.kind !== 'ok') return noAnswer<never>(reply);
  const wire = reply.value.events_by_id[id]?.event;
  if (!wire || !isOnSale(wire)) return { ok: false, code: 'not_found' } as const;
  return { ok: true, value: { event: wire, currencies: reply.value.currency_details } } as const;
}

async function allPerformances(
  desk: Desk,
  ctx: CallContext,
  id: string,
): Promise<Answer<readonly PerformanceWire[]>> {
  const all: PerformanceWire[] = [];
  for (let page = 0; page < PERFORMANCES.pages; page += 1) {
    const reply = await desk.send(ctx, 'main', calls.performances(id, page, PERFORMANCES.length));
    if (reply.kind !== 'ok') return noAnswer(reply);
    const { performance, paging_status: paging } = reply.value.results;
    all.push(...(performance ?? []).filter(({ is_ghost }) => is_ghost !== true));
    if (!paging?.pages_remaining) break;
  }
  return { ok: true, value: all };
}
