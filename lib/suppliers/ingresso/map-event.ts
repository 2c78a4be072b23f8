import type { EventDetail, EventSummary } from '@/lib/checkout/catalogue';
import { isFrom } from '@/lib/platform/address';
import { plainText } from '@/lib/platform/plain-text';
import { localStart, startOf } from './map-time';
import { currencyOf, maybeAmount } from './money';
import type { EventsWire, EventWire, PerformanceWire } from './wire-event';

/** What the mapping of events needs beside them. */
export interface EventFrame {
  readonly imageOrigins: readonly string[];
  readonly currencies: EventsWire['currency_details'];
}

const SHAPES = ['triplet_one', 'landscape', 'square'];

/** An event as the list shows it. */
export function summaryOf(event: EventWire, frame: EventFrame): EventSummary {
  const { cost_range: range, main_class_key: key, classes } = event;
  const currency = currencyOf(range?.range_currency_code, frame.currencies);
  const seat = currency && maybeAmount(range?.min_seatprice, currency);
  const fee = currency && maybeAmount(range?.min_surcharge, currency);
  return {
    id: event.event_id,
    title: event.event_desc ?? event.event_id,
    summary: plainText(event.event_info_html ?? event.event_info, 300),
    image: pictureOf(event, SHAPES, frame.imageOrigins),
    category: classes?.[key ?? ''] ?? Object.values(classes ?? {})[0],
    city: event.city_desc ?? undefined,
    venue: event.venue_desc ?? undefined,
    from: seat ? { ...seat, amount: seat.amount + (fee?.amount ?? 0) } : undefined,
  };
}

/** An event's page. Events without dates have dummy performances, which nobody is shown. */
export function detailOf(
  event: EventWire,
  performances: readonly PerformanceWire[],
  frame: EventFrame,
): EventDetail {
  return {
    ...summaryOf(event, frame),
    description: plainText(event.event_info_html ?? event.event_info, 10_000),
    hero: pictureOf(event, ['marquee', ...SHAPES], frame.imageOrigins),
    facts: factsOf(event),
    highlights: [],
    performances: event.need_performance === false ? [] : performances.flatMap((one) => dateOf(event, one)),
    notices: [],
  };
}

function dateOf(event: EventWire, performance: PerformanceWire): EventDetail['performances'] {
  const date = localStart(performance);
  return date ? [{ date, ...startOf(event, performance) }] : [];
}

function factsOf(event: EventWire): EventDetail['facts'] {
  const { min_running_time: least, max_running_time: most } = event;
  const address = [event.venue_desc, event.venue_addr ?? event.postcode].filter(Boolean).join(', ');
  const own = Object.values(event.structured_info ?? {}).map(({ name, value }) => [name, value] as const);
  const rows: readonly (readonly [string | null | undefined, string | null | undefined])[] = [
    ['Venue', address],
    ['Duration', most ? durationOf(least ?? most, most) : undefined],
    ...own,
  ];
  return rows.flatMap(([label, text]) => (label && text ? [{ label, text: plainText(text, 2000) }] : []));
}

function durationOf(least: number, most: number): string {
  return least === most ? spoken(most) : `${spoken(least)} to ${spoken(most)}`;
}

/** Minutes as people say them: "1 h 30 min". */
function spoken(total: number): string {
  const [hours, rest] = [Math.floor(total / 60), total % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** Address of a picture on a site that the shop's policy lets in, https before http; the first of the shapes that there is. */
export function pictureOf(
  { media }: EventWire,
  shapes: readonly string[],
  origins: readonly string[],
): string | undefined {
  const assets = media?.media_asset ?? [];
  const urls = shapes.flatMap((shape) =>
    assets
      .filter(({ name }) => name === shape)
      .flatMap((one) => [one.secure_complete_url, one.insecure_complete_url]),
  );
  return urls.find((url): url is string => isFrom(url, origins));
}

/** For the items of a basket. */
export function thumbnailOf(event: EventWire, origins: readonly string[]): string | undefined {
  return pictureOf(event, ['square', 'triplet_one', 'landscape'], origins);
}
