import type {
  Answer,
  CallContext,
  EventDetail,
  EventPage,
  EventQuery,
  Offers,
} from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { noAnswer } from './errors';
import { detailOf, summaryOf } from './map-event';
import { offersOf } from './map-offer';
import { activityWire } from './wire';

const PER_PAGE = 24;
/** How far ahead days are offered. */
const SEASON_DAYS = 180;
const DAY_MS = 24 * 60 * 60_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A page of activities. Pages count from 1. */
export async function events(desk: Desk, ctx: CallContext, query: EventQuery): Promise<Answer<EventPage>> {
  const page = Math.max(1, Math.trunc(query.page));
  const text = query.text.trim();
  const ask = { limit: PER_PAGE, offset: (page - 1) * PER_PAGE, ...(text ? { text } : {}) };
  const reply = await desk.send(ctx, calls.activities(ask));
  if (reply.kind !== 'ok') return noAnswer(reply);
  const { data, meta } = reply.value;
  const events = data.flatMap((one) => {
    const parsed = activityWire.safeParse(one);
    return parsed.success ? [summaryOf(parsed.data, desk.config)] : [];
  });
  const total = meta?.count ?? ask.offset + events.length;
  return { ok: true, value: { events, page, pages: Math.max(1, Math.ceil(total / PER_PAGE)), total } };
}

/** One activity with its days. */
export async function event(
  desk: Desk,
  ctx: CallContext,
  id: string,
  locale: string,
): Promise<Answer<EventDetail>> {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  // The venue may be a day behind us; days that are over are not listed there.
  const season = { date_from: day(desk.now() - DAY_MS), date_to: day(desk.now() + SEASON_DAYS * DAY_MS) };
  const [activity, days] = await Promise.all([
    desk.send(ctx, calls.activity(id)),
    desk.send(ctx, calls.days(id, season)),
  ]);
  if (activity.kind !== 'ok') return noAnswer(activity);
  if (days.kind !== 'ok') return noAnswer(days);
  const open = days.value.filter(({ sold_out: gone }) => !gone).map((one) => one.day);
  return { ok: true, value: detailOf(activity.value, [...open].sort(), desk.config, locale) };
}

/** What can be had on a day (`YYYY-MM-DD` where the venue is), by the time. Without a day there is nothing that could be meant. */
export async function offers(
  desk: Desk,
  ctx: CallContext,
  id: string,
  date: string | null,
): Promise<Answer<Offers>> {
  if (date === null) return { ok: true, value: { offers: [] } };
  if (!DATE.test(date)) return { ok: false, code: 'not_found' };
  const [activity, day] = await Promise.all([
    desk.send(ctx, calls.activity(id)),
    desk.send(ctx, calls.date(id, date)),
  ]);
  if (activity.kind !== 'ok') return noAnswer(activity);
  if (day.kind !== 'ok') return noAnswer(day);
  const found = day.value
    .flatMap(({ groups }) => groups)
    .flatMap((group) => group.slots.flatMap((slot) => offersOf(activity.value, date, group, slot)));
  return { ok: true, value: { offers: found.sort((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0)) } };
}
