import zoneAt from '@photostructure/tz-lookup';
import { dateFormat } from '@/lib/checkout/formats';

/** Where a venue stands, in degrees; suppliers leave out what they do not know. */
export interface Place {
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

/** The zone, where it is one that can be shown; a supplier may write anything. */
export function knownZone(name: string | null | undefined): string | null {
  if (!name) return null;
  try {
    return dateFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

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
 * The zone in which a clock shows a venue's own time at a moment. Suppliers send offsets (`minutes` ahead of UTC) and no
 * names: the name comes from where the venue stands, and counts only if it agrees with the offset on that day.
 */
export function venueZone(place: Place | null | undefined, at: number, minutes: number): string | undefined {
  return zoneOfPlace(place, at, minutes) ?? zoneOfOffset(minutes);
}

function zoneOfPlace(place: Place | null | undefined, at: number, minutes: number): string | undefined {
  if (typeof place?.latitude !== 'number' || typeof place.longitude !== 'number') return undefined;
  const zone = zoneAt(place.latitude, place.longitude);
  return offsetIn(zone, at) === minutes ? zone : undefined;
}

/** Minutes ahead of UTC that a zone's clocks are at a moment. */
export function offsetIn(timeZone: string, at: number): number {
  const format = dateFormat('en', { timeZone, timeZoneName: 'longOffset' });
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
