import { addDays, dateAt, msOf, weekday } from '../../core/local-time';
import { ACTIVITIES } from './catalogue';
import type { ActivitySpec, FeatureSpec, HolderSpec } from './catalogue/types';

/** How far ahead tickets are sold, in days. */
export const HORIZON_DAYS = 90;

/** Day 0 of the numbers in product ids. */
const EPOCH = Date.parse('2026-01-01T00:00Z');
const DAY_MS = 86_400_000;

/** One start of an activity. */
export interface Slot {
  readonly activity: ActivitySpec;
  /** Local date `YYYY-MM-DD`. */
  readonly date: string;
  /** Local time `HH:MM`. */
  readonly time: string;
  readonly startMs: number;
}

/** What can be bought: a ticket of one kind, for one kind of visit, at one start. */
export interface Product {
  readonly id: string;
  readonly slot: Slot;
  readonly feature: FeatureSpec;
  readonly holder: HolderSpec;
}

function slot(activity: ActivitySpec, date: string, time: string): Slot {
  return { activity, date, time, startMs: msOf(`${date}T${time}`, activity.city.timeZone) };
}

/** The starts of a local date that can still be bought, in order. */
export function slotsOn(activity: ActivitySpec, date: string, nowMs: number): Slot[] {
  const today = dateAt(nowMs, activity.city.timeZone);
  if (date < today || date > addDays(today, HORIZON_DAYS)) return [];
  if (!activity.days.includes(weekday(date))) return [];
  return activity.times.map((time) => slot(activity, date, time)).filter(({ startMs }) => startMs > nowMs);
}

/**
 * `product_id`: digits only, as Musement's are, and nothing that a client should read. Activity, days since 2026, and the
 * positions of time, feature and holder.
 */
export function productOf(of: Slot, feature: FeatureSpec, holder: HolderSpec): Product {
  const { activity, date, time } = of;
  const day = Math.round((Date.parse(`${date}T00:00Z`) - EPOCH) / DAY_MS);
  const [t, f, h] = [
    activity.times.indexOf(time),
    activity.features.indexOf(feature),
    feature.holders.indexOf(holder),
  ];
  return { id: `4${activity.number}${String(day).padStart(5, '0')}${t}${f}${h}`, slot: of, feature, holder };
}

/** The product with an id; undefined when there is none, or when it can no longer be bought. */
export function findProduct(id: string, nowMs: number): Product | undefined {
  const [, number = '', day = '', t = '', f = '', h = ''] = /^4(\d{4})(\d{5})(\d)(\d)(\d)$/.exec(id) ?? [];
  const activity = ACTIVITIES.find((one) => one.number === number);
  if (!activity) return undefined;
  const date = addDays(new Date(EPOCH).toISOString().slice(0, 10), Number(day));
  const of = slotsOn(activity, date, nowMs).find(({ time }) => time === activity.times[Number(t)]);
  const feature = activity.features[Number(f)];
  const holder = feature?.holders[Number(h)];
  return of && feature && holder ? productOf(of, feature, holder) : undefined;
}
