import { SCENARIO_CATEGORY } from '../catalogue/scenarios';
import type { EventSpec } from '../catalogue/types';
import { major, price, shopPrice } from '../money';
import type { Performance } from '../performances';
import { imagesOf, venueOf } from './parts';

/** The cheapest ticket that costs something, in another currency. */
export function fromMinor(event: EventSpec, currency: string, raised: number): number {
  const paid = event.bands
    .flatMap(({ tickets }) => tickets.map(({ minor }) => minor))
    .filter((minor) => minor > 0);
  const listed = shopPrice(Math.min(...paid), event.currency, currency);
  return Math.round(listed * (1 + raised / 100));
}

/** Tickitto's `APIEvent`. `dates` are the performances within the range that was asked for. */
export function eventWire(
  event: EventSpec,
  dates: readonly Performance[],
  options: { currency: string; origin: string; raised: number; old: boolean },
): Record<string, unknown> {
  const { currency, origin, raised, old } = options;
  const from = fromMinor(event, currency, raised);
  const { venue } = event;
  return {
    event_id: event.id,
    title: event.title,
    slug: event.slug,
    short_description: event.summary,
    description: event.story.join('\n\n'),
    ...(old ? { from_price: major(from, currency), currency } : { from_price: price(from, currency) }),
    admission_type: event.admission,
    soft_availability_t1: dates[0]?.from.utc ?? null,
    soft_availability_t2: dates.at(-1)?.to.utc ?? null,
    categories: event.categories,
    event_type: 'Standard',
    booking_type: 'basket_booking',
    city: venue.city,
    region: null,
    state: null,
    country: venue.country,
    country_code: venue.countryCode,
    venue_location: [venueOf(venue)],
    images: [imagesOf(event, origin)],
    videos: [],
    performers: null,
    popularity: event.popularity,
    duration: event.minutes,
    cancellation_allowed: event.cancellation.allowed,
    cancellation_policy_information: event.cancellation.policy,
    delivery_methods: ['eticket'],
    tags: event.categories.includes(SCENARIO_CATEGORY) ? ['sandbox'] : null,
    is_tbd: { time: false, date: false },
    no_fulfilment: false,
    delayed_fulfilment: Boolean(event.behaviour?.voucherMs ?? event.behaviour?.fulfilmentMs),
    addon_required: false,
    pickup_required: false,
    addons: [],
    pickup_points: [],
    personalisations_required: null,
    ticket_instructions: ['Show the QR code at the entrance, on paper or on a screen.'],
    entry_notes: event.entryNotes,
    product_highlights: event.highlights,
    product_includes: event.includes,
    product_excludes: event.excludes,
    seatplan_overview: null,
  };
}
