import { venueZone } from '@/lib/platform/zone';
import { utcMs } from './map-parts';
import type { ItemWire, MomentWire } from './wire';

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
  return { startsAt, timeZone: venueZone(place, startsAt, minutes) };
}
