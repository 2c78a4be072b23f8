import zoneAt from '@photostructure/tz-lookup';
import { utcMs } from './map-parts';
import type { ItemWire, MomentWire } from './wire';

/** Zones without daylight saving whose offset is no whole hour; the others have a name of their own in `Etc`. */
const ODD_OFFSETS: Readonly<Record<number, string>> = {
  210: 'Asia/Tehran',
  270: 'Asia/Kabul',
  330: 'Asia/Kolkata',
  345: 'Asia/Kathmandu',
  390: 'Asia/Yangon',
  570: 'Australia/Darwin',
};

/**
 * When something starts, and the zone in which the clock shows the venue's own time. The wire has offsets and no
 * names: the name comes from where the venue stands, and counts only if it agrees with the offset on that day.
 */
export function startOf(
  moment: MomentWire,
  place: ItemWire['location'],
): { readonly startsAt?: number; readonly timeZone?: string } {
  if (!moment) return {};
  const startsAt = utcMs(typeof moment === 'string' ? moment : moment.utc);
  if (startsAt === null) return {};
  const local = typeof moment === 'string' ? null : utcMs(moment.local.slice(0, 19));
  if (local === null) return { startsAt };
  const minutes = (local - startsAt) / 60_000;
  return { startsAt, timeZone: zoneOfPlace(place, startsAt, minutes) ?? zoneOfOffset(minutes) };
}

function zoneOfPlace(place: ItemWire['location'], at: number, minutes: number): string | undefined {
  if (typeof place?.latitude !== 'number' || typeof place.longitude !== 'number') return undefined;
  const zone = zoneAt(place.latitude, place.longitude);
  return offsetIn(zone, at) === minutes ? zone : undefined;
}

/** Minutes ahead of UTC that a zone's clocks are at a moment. */
function offsetIn(timeZone: string, at: number): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) || 0;
}

function zoneOfOffset(minutes: number): string | undefined {
  if (!Number.isInteger(minutes) || Math.abs(minutes) > 14 * 60) return undefined;
  if (minutes === 0) return 'UTC';
  // POSIX counts the other way: Etc/GMT-1 is one hour ahead of Greenwich.
  if (minutes % 60 === 0) return `Etc/GMT${minutes > 0 ? '-' : '+'}${Math.abs(minutes) / 60}`;
  return ODD_OFFSETS[minutes];
}
