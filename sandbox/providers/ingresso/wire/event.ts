import { SOURCES } from '../catalogue/sources';
import type { EventSpec } from '../catalogue/types';
import { utc } from '../time';
import { availDetails } from './avail-details';
import { costRange, costRangeDetails } from './cost-range';
import { mediaOf } from './media';
import { known, type Voice } from './voice';

/** How long ago the critics were there. */
const REVIEWED_MS = 30 * 86_400_000;

/** An event as every call shows it, with what the `req_` parameters add. */
export function eventWire(voice: Voice, event: EventSpec): Record<string, unknown> {
  const { venue } = event;
  return known({
    city_code: venue.cityCode,
    city_desc: venue.city,
    classes: event.classes,
    avail_details: availDetails(voice, event),
    cost_range: costRange(voice, event),
    cost_range_details: costRangeDetails(voice, event),
    country_code: venue.countryCode,
    country_desc: venue.country,
    critic_review_percent: event.criticPercent,
    custom_filter: [],
    event_desc: event.title,
    event_id: event.id,
    event_path: `/${event.id}-${slug(event.title)}/`,
    event_status: 'live',
    event_type: 'simple_ticket',
    event_upsell_list: event.upsells && { event_id: event.upsells },
    event_uri_desc: uriDesc(event.title),
    geo_data: { latitude: venue.latitude, longitude: venue.longitude },
    has_no_perfs: false,
    is_add_on: false,
    is_auto_quantity_add_on: false,
    is_seated: event.seated,
    main_class_key: Object.keys(event.classes)[0],
    max_running_time: event.minutes,
    min_running_time: event.minutes,
    need_departure_date: false,
    need_duration: false,
    need_performance: event.dated,
    postcode: venue.postcode,
    show_perf_time: event.dated && event.times.length > 0,
    source_code: event.source,
    source_desc: SOURCES[event.source].desc,
    user_review_percent: event.userPercent,
    venue_desc: venue.name,
    venue_uri_desc: uriDesc(venue.name),
    ...extraInfo(voice, event),
    media: mediaOf(voice, event),
    reviews: reviewsOf(voice, event),
  });
}

/** With `req_extra_info`: texts, as plain text and as HTML. */
function extraInfo({ params }: Voice, event: EventSpec): Record<string, unknown> {
  if (!params.flag('req_extra_info')) return {};
  const html = (text: string) => `<p>${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`;
  const address = [...event.venue.address, event.venue.city, event.venue.postcode].join('\n');
  const facts = Object.entries(event.facts).map(([key, [name, value]]) => [
    key,
    { name, value, value_html: html(value) },
  ]);
  return {
    event_info: event.info,
    event_info_html: html(event.info),
    structured_info: Object.fromEntries(facts),
    venue_addr: address,
    venue_addr_html: html(address).replaceAll('\n', '<br/>'),
    venue_info: '',
    venue_info_html: '',
  };
}

function reviewsOf({ params, desk }: Voice, { review }: EventSpec): Record<string, unknown> | undefined {
  if (!params.flag('req_reviews') || !review) return undefined;
  return {
    review: [
      {
        is_user_review: false,
        review_author: review.author,
        review_body: review.body,
        review_iso8601_date_and_time: utc(desk.world.clock.now() - REVIEWED_MS),
        review_lang: 'en',
        review_original_url: '',
        review_title: '',
        star_rating: review.stars,
      },
    ],
  };
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** A title as a part of a path: blanks become dashes, the rest is percent-encoded, apostrophes too. */
function uriDesc(text: string): string {
  return encodeURIComponent(text.replaceAll(' ', '-')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
