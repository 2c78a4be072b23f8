import type { EventSpec } from '../catalogue/types';
import type { Params } from '../params';
import { bad } from '../refusals';

const EARTH_KM = 6371;

/** Events that match, in the order that was asked for. Dates are the caller's business. */
export function search(events: readonly EventSpec[], params: Params): EventSpec[] {
  const any = (...names: string[]) =>
    names.map((name) => params.text(name)).find((value) => value !== undefined);
  const country = any('country_code', 's_coco');
  const city = any('city_code', 's_city');
  const source = any('source_code', 's_src');
  const circle = circleOf(any('circle', 's_geo'));
  const found = events.filter(
    (event) =>
      says(event, any('keywords', 's_keys') ?? '') &&
      (country === undefined || event.venue.countryCode === country.toLowerCase()) &&
      (city === undefined || event.venue.cityCode === city.toLowerCase()) &&
      (source === undefined || event.source === source) &&
      (circle === undefined || kilometres(event, circle) <= circle.km) &&
      (!params.flag('offers_only') || hasOffer(event)),
  );
  return sorted(found, params.text('sort_order') ?? 'alphabetic');
}

function sorted(events: EventSpec[], order: string): EventSpec[] {
  const cost = ({ types }: EventSpec) =>
    Math.min(...types.flatMap(({ bands }) => bands.map(({ discounts: [one] }) => one.seat + one.fee)));
  switch (order) {
    case 'alphabetic':
      return events.sort((a, b) => a.title.localeCompare(b.title, 'en'));
    case 'most_popular':
    case 'last_sale':
      return events.sort((a, b) => b.popularity - a.popularity);
    case 'cost_ascending':
      return events.sort((a, b) => cost(a) - cost(b));
    case 'cost_descending':
      return events.sort((a, b) => cost(b) - cost(a));
    case 'critic_rating':
      return events.sort((a, b) => (b.criticPercent ?? 0) - (a.criticPercent ?? 0));
    case 'recent':
      return events.reverse();
    default:
      throw bad(`unknown sort_order ${order}`);
  }
}

/** Every word occurs somewhere in what a customer reads. */
function says({ title, venue, classes, id, info }: EventSpec, text: string): boolean {
  const hay = plain([id, title, venue.name, venue.city, info, ...Object.values(classes)].join(' '));
  return plain(text.replaceAll(',', ' '))
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

function hasOffer({ types }: EventSpec): boolean {
  return types.some(({ bands }) => bands.some(({ discounts }) => discounts.some(({ was }) => was)));
}

/** Lower case and without accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

interface Circle {
  latitude: number;
  longitude: number;
  km: number;
}

function circleOf(text: string | undefined): Circle | undefined {
  if (text === undefined) return undefined;
  const [latitude, longitude, km] = text.split(':').map(Number);
  if (
    latitude === undefined ||
    longitude === undefined ||
    km === undefined ||
    Number.isNaN(latitude + longitude + km)
  )
    throw bad('circle must be latitude:longitude:kilometres');
  return { latitude, longitude, km };
}

function kilometres({ venue }: EventSpec, circle: Circle): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [a, b] = [radians(venue.latitude), radians(circle.latitude)];
  const half = (value: number) => Math.sin(value / 2) ** 2;
  const chord = half(a - b) + Math.cos(a) * Math.cos(b) * half(radians(venue.longitude - circle.longitude));
  return 2 * EARTH_KM * Math.asin(Math.sqrt(chord));
}
