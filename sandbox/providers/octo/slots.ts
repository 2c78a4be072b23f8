import { addDays, dateAt, msOf, weekday } from '../../core/local-time';
import type { OptionSpec, ProductSpec } from './catalogue/types';
import { localWithOffset } from './time';

const MINUTE = 60_000;

/** One start, or one day of opening hours, of an option. */
export interface Slot {
  /** Looks like a time and is opaque, as Ventrata's is; unique within an option. */
  readonly id: string;
  readonly product: ProductSpec;
  readonly option: OptionSpec;
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly allDay: boolean;
  /** From this moment on it is not sold. */
  readonly cutoffMs: number;
}

/** What an option has on a local date, in order, past or not. Open dates have none. */
export function slotsOn(product: ProductSpec, option: OptionSpec, date: string): Slot[] {
  if (product.kind === 'OPEN' || !option.days.includes(weekday(date))) return [];
  const { timeZone } = product.place;
  const build = (startMs: number, endMs: number, allDay: boolean, soldUntilMs: number): Slot => ({
    id: localWithOffset(startMs, timeZone),
    product,
    option,
    date,
    startMs,
    endMs,
    allDay,
    cutoffMs: soldUntilMs - option.cutoffMinutes * MINUTE,
  });
  if (product.kind === 'OPENING_HOURS') {
    const closing = option.hours.at(-1)?.to ?? '23:59';
    const start = msOf(`${date}T00:00`, timeZone);
    return [
      build(start, msOf(`${addDays(date, 1)}T00:00`, timeZone), true, msOf(`${date}T${closing}`, timeZone)),
    ];
  }
  return option.times.map((time) => {
    const start = msOf(`${date}T${time}`, timeZone);
    return build(start, start + option.minutes * MINUTE, false, start);
  });
}

/** Every date from `start` to `end`, both included. */
export function dates(start: string, end: string): string[] {
  const all: string[] = [];
  for (let date = start; date <= end; date = addDays(date, 1)) all.push(date);
  return all;
}

/** A slot by its id; undefined when the option never had it. */
export function findSlot(product: ProductSpec, option: OptionSpec, id: string): Slot | undefined {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/.test(id) ? Date.parse(id) : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  return slotsOn(product, option, dateAt(at, product.place.timeZone)).find((slot) => slot.id === id);
}

/** The hours that a day of an option is open; those of a start are its own. */
export function hoursOf(product: ProductSpec, option: OptionSpec): readonly { from: string; to: string }[] {
  return product.kind === 'OPENING_HOURS' ? option.hours : [];
}
