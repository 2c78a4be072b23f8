import type { Offer, Offers } from '@/lib/checkout/catalogue';
import type { Answer, CallContext } from '@/lib/checkout/supplier';
import { readEvent } from './browse';
import { calls } from './calls';
import type { Desk } from './desk';
import { noAnswer } from './errors';
import { offersOf } from './map-offer';
import { localStart, startOf } from './map-time';
import { currencyOf } from './money';
import type { EventWire, PerformanceWire } from './wire-event';

/** A day has a handful of performances; attractions have a slot every few minutes, and each is a call. */
const SLOTS = 24;
const AT_ONCE = 6;

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2})?$/;

/**
 * What can be had: of one performance (`YYYY-MM-DDTHH:MM`, the venue's time), of all of a day (`YYYY-MM-DD`), or of the
 * next one (null; events without dates have one dummy performance, which is taken by itself). Sold out is an empty list.
 */
export async function offers(
  desk: Desk,
  ctx: CallContext,
  event: string,
  date: string | null,
): Promise<Answer<Offers>> {
  const [, year, month, day] = date === null ? [] : (DATE.exec(date) ?? []);
  if (date !== null && !year) return { ok: false, code: 'not_found' };
  const range = year ? `${year}${month}${day}:${year}${month}${day}` : undefined;
  const [found, dates] = await Promise.all([
    readEvent(desk, ctx, event),
    desk.send(ctx, 'main', calls.performances(event, 0, range ? 100 : 1, range)),
  ]);
  if (!found.ok) return found;
  if (dates.kind !== 'ok') return noAnswer(dates);
  const all = (dates.value.results.performance ?? []).filter(({ is_ghost }) => is_ghost !== true);
  const dated = found.value.event.need_performance !== false;
  const asked = dated && date?.includes('T') ? all.filter((one) => localStart(one) === date) : all;
  return together(desk, ctx, found.value.event, asked.slice(0, dated ? SLOTS : 1));
}

/** Some at a time, in their order. One that fails fails all: half a list would hide tickets. */
async function together(
  desk: Desk,
  ctx: CallContext,
  event: EventWire,
  performances: readonly PerformanceWire[],
): Promise<Answer<Offers>> {
  const all: Offer[] = [];
  for (let from = 0; from < performances.length; from += AT_ONCE) {
    const some = performances.slice(from, from + AT_ONCE);
    const answers = await Promise.all(some.map((one) => ofPerformance(desk, ctx, event, one)));
    for (const answer of answers) {
      if (!answer.ok) return answer;
      all.push(...answer.value);
    }
  }
  return { ok: true, value: { offers: all } };
}

async function ofPerformance(
  desk: Desk,
  ctx: CallContext,
  event: EventWire,
  performance: PerformanceWire,
): Promise<Answer<readonly Offer[]>> {
  const reply = await desk.send(ctx, 'main', calls.availability(performance.perf_id));
  if (reply.kind !== 'ok') return noAnswer(reply);
  const { value } = reply;
  // An empty list with one of these says nothing about what there is.
  if (value.backend_is_broken || value.backend_is_down || value.backend_throttle_failed) {
    return { ok: false, code: 'unavailable' };
  }
  const currency = currencyOf(value.currency_code, value.currency_details);
  if (!currency) return { ok: true, value: [] };
  const start = startOf(event, performance);
  const frame = { perf: performance.perf_id, name: performance.perf_name, currency, ...start };
  return { ok: true, value: offersOf(value, frame) };
}
