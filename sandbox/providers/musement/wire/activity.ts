import { unitPrice } from '../cart/totals';
import type { ActivitySpec } from '../catalogue/types';
import type { Desk } from '../desk';
import { price } from '../money';

type Json = Record<string, unknown>;

/** `Activity`, as far as shops read it. Prices are the lowest there are, in `currency`. */
export function activityWire(desk: Desk, activity: ActivitySpec, currency: string): Json {
  const raised = desk.store.raised.get(activity.uuid) ?? 0;
  const units = activity.features.flatMap(({ holders }) =>
    holders.map((holder) => unitPrice(activity, holder, currency, raised)),
  );
  const cheapest = units.reduce((least, one) => (one.retail < least.retail ? one : least));
  const { uuid, title, summary, city, maxConfirmationTime } = activity;
  const duration = `PT${activity.minutes}M`;
  return {
    uuid,
    title,
    description: summary,
    about: activity.story.join('\n\n'),
    meeting_point: activity.meetingPoint,
    duration_range: { min: duration, max: duration },
    max_confirmation_time: maxConfirmationTime,
    cutoff_time: 'PT0S',
    booking_type: 'MUSEMENT',
    emergency_phone_number: '+39000000000',
    latitude: activity.latitude,
    longitude: activity.longitude,
    languages: activity.languages.map((code) => languageWire(code)),
    group_size: [],
    verticals: [],
    categories: activity.categories.map((name) => ({ name, code: codeOf(name) })),
    included: activity.included.map((name) => ({ name })),
    not_included: activity.notIncluded.map((name) => ({ name })),
    city: {
      id: city.id,
      uuid: city.uuid,
      name: city.name,
      country: { name: city.country, iso_code: city.countryCode, currency: { code: activity.currency } },
      time_zone: city.timeZone,
    },
    cover_image_url: `${desk.origin}/images/${activity.number}.svg`,
    retail_price: price(cheapest.retail, currency),
    retail_price_without_service_fee: price(cheapest.net, currency),
    original_retail_price: price(cheapest.original, currency),
    original_retail_price_without_service_fee: price(cheapest.original - cheapest.fee, currency),
    discount_amount: price(cheapest.original - cheapest.retail, currency),
    service_fee: price(cheapest.fee, currency),
    has_price_info_on_date: true,
    free: cheapest.retail === 0,
    free_cancellation: activity.freeCancellationDays !== null,
    has_passenger_info: activity.participants.length > 0,
    has_extra_customer_data: activity.extra.length > 0,
    order_box_elements: orderBox(activity),
    ticket_not_included: false,
    buy_multiplier: 1,
    reviews_number: 0,
    reviews_avg: 0,
    url: `${desk.origin}/activities/${activity.number}`,
    agency_urls: [],
  };
}

/** What a shop must show beside the price. */
function orderBox({ maxConfirmationTime, freeCancellationDays }: ActivitySpec): string[] {
  return [
    maxConfirmationTime === 'P0D' ? 'INSTANT-CONFIRMATION' : 'CONFIRMATION-IN',
    freeCancellationDays === null ? 'NOT-REFUNDABLE' : 'FREE-CANCELLATION',
    'MOBILE-VOUCHER',
  ];
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' });

/** A language that a guide speaks. */
export function languageWire(code: string): { code: string; name: string } {
  return { code, name: NAMES.of(code) ?? code };
}

/** `Boat tours` → `boat-tours`. */
export function codeOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
