import type { EventDetail, EventSummary } from '@/lib/checkout/supplier';
import { plainText } from '@/lib/platform/plain-text';
import { amountOf, pictureOf, utcMs } from './map-parts';
import { type EventWire, eventWire } from './wire';

/** What the mapping of events needs of the configuration. */
export interface EventFrame {
  readonly currency: string;
  readonly imageOrigins: readonly string[];
}

/** Every event of a list that makes sense; one that does not is left out, so that it cannot hide the others. */
export function summaries(rows: readonly unknown[], frame: EventFrame): readonly EventSummary[] {
  return rows.flatMap((row) => {
    const parsed = eventWire.safeParse(row);
    return parsed.success ? [summaryOf(parsed.data, frame)] : [];
  });
}

/** An event as the list shows it. */
export function summaryOf(event: EventWire, { currency, imageOrigins }: EventFrame): EventSummary {
  const [venue] = [event.venue_location ?? []].flat();
  const from = utcMs(event.soft_availability_t1);
  const to = utcMs(event.soft_availability_t2);
  return {
    id: event.event_id,
    title: event.title,
    summary: plainText(event.short_description ?? event.description, 300),
    image: pictureOf(event.images?.[0] ?? null, ['mobile', 'desktop', 'thumbnail'], imageOrigins),
    category: event.categories?.find(Boolean) ?? undefined,
    city: event.city ?? venue?.venue_city ?? undefined,
    venue: venue?.venue_name ?? undefined,
    from: event.from_price ? amountOf(event.from_price, event.currency ?? currency) : undefined,
    dates: from !== null && to !== null && from <= to ? { from, to } : undefined,
  };
}

/** An event's page. Dates and seats are the picker's: Tickitto publishes no list of them. */
export function detailOf(event: EventWire, frame: EventFrame): EventDetail {
  return {
    ...summaryOf(event, frame),
    description: plainText(event.description, 10_000),
    hero: pictureOf(event.images?.[0] ?? null, ['desktop', 'mobile'], frame.imageOrigins),
    facts: factsOf(event),
    highlights: event.product_highlights ?? [],
    performances: [],
    notices: event.entry_notes ?? [],
  };
}

const ADMISSION: Readonly<Record<string, string>> = {
  open_entry: 'Any day while the ticket is valid',
  date_entry: 'Any time on the day you choose',
  slot_entry: 'Within the time slot you choose',
  timed_entry: 'At the time you choose',
};

function factsOf(event: EventWire): EventDetail['facts'] {
  const policy = event.cancellation_policy_information ?? [];
  const cancellation =
    policy.join(' ') ||
    event.cancellation_policy ||
    (event.cancellation_allowed === false ? 'These tickets cannot be cancelled.' : '');
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Admission', ADMISSION[event.admission_type ?? '']],
    ['Duration', event.duration ? durationOf(event.duration) : undefined],
    ['Included', event.product_includes?.join(' · ')],
    ['Not included', event.product_excludes?.join(' · ')],
    ['Cancellation', cancellation],
    ['Your tickets', event.ticket_instructions?.join(' ')],
    ['Delivery', event.delayed_fulfilment ? 'Tickets follow some time after booking.' : undefined],
  ];
  return rows.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

/** Minutes as people say them: "1 h 30 min". */
function durationOf(total: number): string {
  const minutes = Math.round(total);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}
