import { venueZone } from '@/lib/platform/zone';
import type { EventWire, PerformanceWire } from './wire-event';

const MOMENT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/;

export interface Start {
  readonly startsAt?: number;
  readonly timeZone?: string;
}

/** When a performance starts, and the zone of its venue; nothing for events without dates, whose times are dummies. */
export function startOf(
  event: EventWire | null | undefined,
  performance: PerformanceWire | null | undefined,
): Start {
  const text = performance?.iso8601_date_and_time ?? '';
  const match = MOMENT.exec(text);
  if (event?.need_performance === false || !match) return {};
  const startsAt = Date.parse(text);
  if (Number.isNaN(startsAt)) return {};
  const [, , sign, hours = '0', minutes = '0'] = match;
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) || 0;
  return { startsAt, timeZone: venueZone(event?.geo_data, startsAt, ahead) };
}

/** The venue's own date and time, `YYYY-MM-DDTHH:MM`, as performances are asked for; null when the wire has none. */
export function localStart({ iso8601_date_and_time: text }: PerformanceWire): string | null {
  return MOMENT.exec(text ?? '')?.[1] ?? null;
}
