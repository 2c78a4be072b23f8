import type { EventView } from '@/lib/api/page-types';
import { dateFormat } from '@/lib/checkout/formats';

type Performance = EventView['performances'][number];

/** A performance with the day it is on where it takes place. */
export interface Showing extends Performance {
  /** `2026-12-05`; null where the supplier's `date` names something that is no day. */
  readonly day: string | null;
}

/** Performances in the order of time, each with its day. Those without a day keep their order and come last. */
export function showingsOf(performances: readonly Performance[]): readonly Showing[] {
  const showings = performances.map((performance) => ({ ...performance, day: dayOf(performance) }));
  const key = ({ day, startsAt }: Showing) => (day === null ? '~' : `${day} ${startsAt ?? ''}`);
  return showings.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** A late show belongs to the evening of its venue's calendar, whatever day it is in UTC by then. */
function dayOf({ date, startsAt, timeZone }: Performance): string | null {
  if (startsAt !== undefined) return localDay(new Date(startsAt), timeZone ?? 'UTC');
  const [day] = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(date) ?? [];
  return day !== undefined && isDay(day) ? day : null;
}

function localDay(at: Date, timeZone: string): string {
  return dateFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(at);
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** What the address of the page asks for. */
export interface AskedDate {
  readonly date?: string;
  /** A day with several performances, of which one is still to be chosen. */
  readonly day?: string;
  /** The month that is leafed to: `2026-12`. */
  readonly month?: string;
}

export interface DateChoice {
  readonly chosen: Showing | null;
  /** Asked for, and not on sale. */
  readonly gone: boolean;
  /** Whose times are shown. */
  readonly day: string | null;
  /** Which month is shown; null when there is no day at all. */
  readonly month: string | null;
}

/** What is chosen and what is shown. With one date there is nothing to choose. */
export function chooseDate(showings: readonly Showing[], asked: AskedDate): DateChoice {
  const dates = new Set(showings.map(({ date }) => date));
  const wanted = asked.date ?? (dates.size === 1 ? showings[0]?.date : undefined);
  const chosen = showings.find(({ date }) => date === wanted) ?? null;
  const days = showings.flatMap(({ day }) => day ?? []);
  const day = chosen?.day ?? days.find((one) => one === asked.day) ?? null;
  const months = days.map((one) => one.slice(0, 7));
  const leafed = months.find((one) => one === asked.month);
  return {
    chosen,
    gone: asked.date !== undefined && chosen === null,
    day,
    month: leafed ?? day?.slice(0, 7) ?? months[0] ?? null,
  };
}
