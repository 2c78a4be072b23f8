import type { Performance } from '../performances';
import { dateDesc, isoAt, timeDesc } from '../time';
import { availDetails } from './avail-details';
import { costRange } from './cost-range';
import { known, type Voice } from './voice';

/** A performance as every call shows it. `left` is what the platform last saw, for the lists. */
export function performanceWire(
  voice: Voice,
  performance: Performance,
  left?: number,
): Record<string, unknown> {
  const { event, time, name, id, date, startMs } = performance;
  return known({
    cached_max_seats: left,
    cached_max_seats_is_real: left === undefined ? undefined : true,
    cost_range: costRange(voice, event),
    avail_details: availDetails(voice, event),
    date_desc: dateDesc(date),
    event_id: event.id,
    has_pool_seats: true,
    is_ghost: false,
    is_limited: left !== undefined && left > 0 && left < 4,
    iso8601_date_and_time: isoAt(startMs, event.venue.timeZone),
    perf_has_time: left === undefined ? undefined : time !== null,
    perf_id: id,
    perf_is_visible: left === undefined ? undefined : event.dated,
    perf_name: name,
    running_time: event.minutes,
    time_desc: time === null ? '' : timeDesc(time),
  });
}
