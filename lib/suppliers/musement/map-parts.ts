import { numberFormat } from '@/lib/checkout/formats';
import { type Amount, fromDecimal } from '@/lib/checkout/money';
import { knownZone, offsetIn } from '@/lib/platform/zone';
import type { PriceWire } from './wire';

/** A price in minor units. */
export function amountOf({ value, currency }: PriceWire): Amount {
  return fromDecimal(value, currency);
}

const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?/;

/** Day and time as they stand in "2026-12-01 10:15"; null for what is neither. */
export function localOf(text: string | null | undefined): { day: string; time: string | null } | null {
  const [, day, time] = LOCAL.exec(text ?? '') ?? [];
  return day ? { day, time: time ?? null } : null;
}

/** The moment of a venue's own time. Milliseconds, UTC; null for what is none. */
export function momentOf(day: string, time: string, zone: string): number | null {
  const asUtc = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(asUtc)) return null;
  // Twice: the offset at the first guess may be that of the other side of a change of clocks.
  const guess = asUtc - offsetIn(zone, asUtc) * 60_000;
  return asUtc - offsetIn(zone, guess) * 60_000;
}

/** When it is, as an item of the checkout says it: to the minute where the venue's zone is known, else by the day. */
export function whenOf(text: string | null | undefined, zoneName: string | null | undefined) {
  const local = localOf(text);
  const timeZone = knownZone(zoneName);
  if (!local) return {};
  const startsAt = local.time && timeZone ? momentOf(local.day, local.time, timeZone) : null;
  if (startsAt === null || timeZone === null) return { day: local.day };
  return { startsAt, timeZone };
}

const DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const MINUTE = 60_000;
const UNITS = [7 * 24 * 60 * MINUTE, 24 * 60 * MINUTE, 60 * MINUTE, MINUTE, 1000];

/** An ISO 8601 duration without months in milliseconds; null for what is none. */
export function durationOf(text: string | null | undefined): number | null {
  const found = DURATION.exec(text ?? '');
  if (!found || text === 'P') return null;
  return UNITS.reduce((sum, ms, index) => sum + Number(found[index + 1] ?? 0) * ms, 0);
}

/** A duration in words, to the largest unit that it is a whole number of: "30 minutes", "2 days". */
export function inWords(ms: number, locale: string): string {
  const names = ['week', 'day', 'hour', 'minute', 'second'] as const;
  const at = UNITS.findIndex((unit, index) => index > 0 && ms >= unit && ms % unit === 0);
  const index = at < 0 ? 3 : at;
  const amount = Math.max(1, Math.round(ms / (UNITS[index] ?? MINUTE)));
  const unit = names[index] ?? 'minute';
  return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

/** The texts that there are. */
export function texts(list: readonly (string | null | undefined)[] | null | undefined): readonly string[] {
  return (list ?? []).flatMap((one) => (one ? [one] : []));
}
