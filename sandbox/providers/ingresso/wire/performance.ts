import { major } from '../money';
import type { Performance } from '../performances';
import { dateDesc, isoAt, timeDesc } from '../time';
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
    avail_details: availDetails(voice, performance),
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

/** With `req_avail_details`: the bands of a performance and their prices, without a look at the supplier. */
function availDetails(voice: Voice, { event }: Performance): Record<string, unknown> | undefined {
  if (!voice.params.flag('req_avail_details')) return undefined;
  const detail = event.types.flatMap((type) =>
    type.bands.map((band) => ({
      full_seatprice: major(band.discounts[0].seat, 'gbp'),
      full_surcharge: major(band.discounts[0].fee, 'gbp'),
      price_band_code: band.code,
      seatprice: major(band.discounts[0].seat, 'gbp'),
      surcharge: major(band.discounts[0].fee, 'gbp'),
      ticket_type_code: type.code,
      ticket_type_desc: type.desc,
    })),
  );
  return { avail_detail: detail };
}
