import { z } from 'zod';
import { lenient } from '@/lib/platform/wire';
import { count, currencyDetails, flag, listOf, money, shown, word } from './wire-parts';

const codes = lenient(z.record(z.string(), z.string()));

export const mediaWire = z.looseObject({
  name: word,
  caption: shown(300),
  secure_complete_url: word,
  insecure_complete_url: word,
});

/** Cheapest and dearest of what is on sale, as far as the platform's cache knows. */
const costRange = z.looseObject({
  min_seatprice: money,
  min_surcharge: money,
  range_currency_code: word,
  valid_quantities: lenient(z.array(z.int())),
});

const facts = z.looseObject({ name: shown(120), value: shown(4000) });

/** An event, as every answer that names one shows it; what `req_` parameters add is optional. */
export const eventWire = z.looseObject({
  event_id: z.string().min(1).max(60),
  event_desc: shown(300),
  event_status: word,
  event_type: word,
  event_path: word,
  event_uri_desc: word,
  event_upsell_list: lenient(z.looseObject({ event_id: lenient(z.array(z.string())) })),
  source_code: word,
  source_desc: word,
  venue_desc: shown(300),
  venue_uri_desc: word,
  city_code: word,
  city_desc: shown(120),
  country_code: word,
  country_desc: shown(120),
  postcode: word,
  classes: codes,
  main_class_key: word,
  custom_filter: lenient(z.array(z.string())),
  geo_data: lenient(
    z.looseObject({
      latitude: lenient(z.number().min(-90).max(90)),
      longitude: lenient(z.number().min(-180).max(180)),
    }),
  ),
  has_no_perfs: flag,
  is_seated: flag,
  show_perf_time: flag,
  need_performance: flag,
  need_departure_date: flag,
  need_duration: flag,
  min_running_time: count,
  max_running_time: count,
  critic_review_percent: count,
  user_review_percent: count,
  cost_range: lenient(costRange),
  media: lenient(z.looseObject({ media_asset: listOf(mediaWire) })),
  event_info: lenient(z.string().max(50_000)),
  event_info_html: lenient(z.string().max(50_000)),
  structured_info: lenient(z.record(z.string(), facts)),
  venue_addr: shown(600),
  venue_info: lenient(z.string().max(20_000)),
});
export type EventWire = z.infer<typeof eventWire>;

/** `perf_id` begins with the event's id. The time is the venue's, with its offset. */
export const performanceWire = z.looseObject({
  perf_id: z.string().min(1).max(80),
  event_id: word,
  iso8601_date_and_time: word,
  date_desc: shown(120),
  time_desc: shown(60),
  perf_name: shown(200),
  running_time: count,
  has_pool_seats: flag,
  is_limited: flag,
  is_ghost: flag,
});
export type PerformanceWire = z.infer<typeof performanceWire>;

const paging = z.looseObject({
  page_length: count,
  page_number: count,
  pages_remaining: count,
  results_remaining: count,
  total_unpaged_results: count,
});

/** events.v1 */
export const eventsWire = z.looseObject({
  results: z.looseObject({ event: listOf(eventWire), paging_status: lenient(paging) }),
  currency_details: currencyDetails,
});
export type EventsWire = z.infer<typeof eventsWire>;

/** events_by_id.v1: an unknown event has no entry, or one without `event`. */
export const eventsByIdWire = z.looseObject({
  events_by_id: z.record(z.string(), z.looseObject({ event: lenient(eventWire) })),
  currency_details: currencyDetails,
});

/** performances.v1 */
export const performancesWire = z.looseObject({
  results: z.looseObject({
    has_perf_names: flag,
    performance: listOf(performanceWire),
    paging_status: lenient(paging),
  }),
});
