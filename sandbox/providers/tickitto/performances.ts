import { addDays, dateAt, msOf, weekday } from '../../core/local-time';
import type { EventSpec } from './catalogue/types';
import { type Moment, moment } from './time';

/** How far ahead tickets are sold, in days. */
export const HORIZON_DAYS = 75;
const OPEN_VALID_DAYS = 180;

/** One date of an event that can be bought. `id` is what the wire calls availability_id. */
export interface Performance {
  readonly id: string;
  /** Local date; for open entry the first day of validity. */
  readonly date: string;
  /** Local start, or null when the ticket is for a day or for any day. */
  readonly time: string | null;
  readonly startMs: number;
  /** Last moment at which it is sold. */
  readonly salesEndMs: number;
  readonly from: Moment;
  readonly to: Moment;
}

/** What is on sale on a local date, in order. Only dates are looked at, so that the caller decides what is past. */
export function performancesOn(event: EventSpec, date: string): Performance[] {
  if (event.admission === 'open_entry') return [];
  if (!event.days.includes(weekday(date))) return [];
  const { timeZone } = event.venue;
  if (event.times.length === 0) {
    const startMs = msOf(`${date}T00:00`, timeZone);
    const endMs = msOf(`${date}T23:59`, timeZone);
    return [build(event, `av-${event.id}-${date}`, date, null, startMs, endMs, endMs)];
  }
  return event.times.map((time) => {
    const startMs = msOf(`${date}T${time}`, timeZone);
    const id = `av-${event.id}-${date}-${time.replace(':', '')}`;
    return build(event, id, date, time, startMs, startMs + event.minutes * 60_000, startMs);
  });
}

/** The one offer of an event without dates: valid from today for half a year. */
function openOffer(event: EventSpec, nowMs: number): Performance {
  const { timeZone } = event.venue;
  const date = dateAt(nowMs, timeZone);
  const endMs = msOf(`${addDays(date, OPEN_VALID_DAYS)}T23:59`, timeZone);
  return build(event, `av-${event.id}-open`, date, null, msOf(`${date}T00:00`, timeZone), endMs, endMs);
}

/** Everything still on sale from local date `t1` to `t2`, both included. */
export function performancesBetween(
  event: EventSpec,
  nowMs: number,
  t1?: string,
  t2?: string,
): Performance[] {
  if (event.admission === 'open_entry') return [openOffer(event, nowMs)];
  const today = dateAt(nowMs, event.venue.timeZone);
  const last = addDays(today, HORIZON_DAYS);
  const found: Performance[] = [];
  const end = t2 && t2 < last ? t2 : last;
  for (let date = t1 && t1 > today ? t1 : today; date <= end; date = addDays(date, 1)) {
    found.push(...performancesOn(event, date).filter(({ salesEndMs }) => salesEndMs > nowMs));
  }
  return found;
}

/** A performance by its id, also one that is past; undefined when the event never had it. */
export function findPerformance(event: EventSpec, id: string, nowMs: number): Performance | undefined {
  if (id === `av-${event.id}-open` && event.admission === 'open_entry') return openOffer(event, nowMs);
  const date = id.slice(`av-${event.id}-`.length).slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) return undefined;
  const last = addDays(dateAt(nowMs, event.venue.timeZone), HORIZON_DAYS);
  return date > last ? undefined : performancesOn(event, date).find((one) => one.id === id);
}

function build(
  event: EventSpec,
  id: string,
  date: string,
  time: string | null,
  startMs: number,
  endMs: number,
  salesEndMs: number,
): Performance {
  const { timeZone } = event.venue;
  return {
    id,
    date,
    time,
    startMs,
    salesEndMs,
    from: moment(startMs, timeZone),
    to: moment(endMs, timeZone),
  };
}
