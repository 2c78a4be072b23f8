import { addDays, dateAt, msOf, weekday } from '../../core/local-time';
import type { EventSpec } from './catalogue/types';

/** How far ahead tickets are sold, in days. */
export const HORIZON_DAYS = 90;

const DAY_MS = 86_400_000;
/** Room for start times in an id; no event has more a day. */
const SLOTS = 16;

/** One date of an event. The id is the event's, a dash, and the day and slot in base 36. */
export interface Performance {
  readonly id: string;
  readonly event: EventSpec;
  /** Local date, `YYYY-MM-DD`. */
  readonly date: string;
  /** Local start, `HH:MM`; null for a ticket of the day or of any day. */
  readonly time: string | null;
  readonly startMs: number;
  readonly name?: string;
}

/** Everything still on sale from local date `from` to `to`, both included, in order. */
export function performancesBetween(
  event: EventSpec,
  nowMs: number,
  from?: string,
  to?: string,
): Performance[] {
  if (!event.dated) return [dummy(event, nowMs)];
  const today = dateAt(nowMs, event.venue.timeZone);
  const last = addDays(today, HORIZON_DAYS);
  const end = to && to < last ? to : last;
  const found: Performance[] = [];
  for (let date = from && from > today ? from : today; date <= end; date = addDays(date, 1)) {
    found.push(...onDate(event, date).filter((one) => endOfSale(one) > nowMs));
  }
  return found;
}

/** A performance by its id, also one that is past; undefined when the event never had it. */
export function findPerformance(event: EventSpec, id: string, nowMs: number): Performance | undefined {
  if (!event.dated) return id === `${event.id}-1` ? dummy(event, nowMs) : undefined;
  const suffix = id.slice(event.id.length + 1);
  if (!/^[0-9A-Z]{1,6}$/.test(suffix)) return undefined;
  const number = Number.parseInt(suffix, 36);
  const dayMs = Math.floor(number / SLOTS) * DAY_MS;
  const last = addDays(dateAt(nowMs, event.venue.timeZone), HORIZON_DAYS);
  const date = new Date(dayMs).toISOString().slice(0, 10);
  return date > last ? undefined : onDate(event, date).find((one) => one.id === id);
}

/** The last moment at which it is sold: its start, or the end of its day. */
export function endOfSale({ startMs, time }: Performance): number {
  return time === null ? startMs + DAY_MS : startMs;
}

/** Day of the week of a performance on its venue's calendar, 0 is Sunday. */
export function dayOf({ date }: Performance): number {
  return weekday(date);
}

function onDate(event: EventSpec, date: string): Performance[] {
  if (!event.days.includes(weekday(date))) return [];
  const times = event.times.length === 0 ? [null] : event.times;
  return times.map((time, slot) => {
    const number = (Date.parse(`${date}T00:00Z`) / DAY_MS) * SLOTS + slot;
    const name = event.perfName?.day === weekday(date) ? event.perfName.name : undefined;
    return {
      id: `${event.id}-${number.toString(36).toUpperCase()}`,
      event,
      date,
      time,
      startMs: msOf(`${date}T${time ?? '00:00'}`, event.venue.timeZone),
      name,
    };
  });
}

/** What stands for an event without dates; its date means nothing and must not be shown. */
function dummy(event: EventSpec, nowMs: number): Performance {
  const date = addDays(dateAt(nowMs, event.venue.timeZone), 365);
  return {
    id: `${event.id}-1`,
    event,
    date,
    time: null,
    startMs: msOf(`${date}T00:00`, event.venue.timeZone),
  };
}
