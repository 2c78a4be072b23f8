import type { EventSpec } from './catalogue/types';
import { major } from './money';
import type { SearchInput } from './routes/events';
import { fromMinor } from './wire/event';

/** Events that match the filters, in the order that was asked for. Dates are the caller's business. */
export function select(events: readonly EventSpec[], input: SearchInput): EventSpec[] {
  const cost = (event: EventSpec) => major(fromMinor(event, input.currency, 0), input.currency);
  const found = events.filter(
    (event) =>
      oneOf(input.category, event.categories) &&
      oneOf(input.city, [event.venue.city]) &&
      oneOf(input.country, [event.venue.country]) &&
      oneOf(input.country_code, [event.venue.countryCode]) &&
      oneOf(input.venue, [event.venue.name, event.venue.id]) &&
      oneOf(input.event_ids, [event.id]) &&
      oneOf(input.event_type, ['Standard']) &&
      cost(event) >= (input.min_price ?? 0) &&
      cost(event) <= (input.max_price ?? Number.POSITIVE_INFINITY) &&
      says(event, input.text),
  );
  switch (input.sort_by) {
    case 'price_asc':
      return found.sort((a, b) => cost(a) - cost(b));
    case 'price_desc':
      return found.sort((a, b) => cost(b) - cost(a));
    case 'popularity':
      return found.sort((a, b) => b.popularity - a.popularity);
    case undefined:
      return found;
  }
}

function oneOf(wanted: readonly string[] | undefined, has: readonly string[]): boolean {
  if (!wanted || wanted.length === 0) return true;
  const own = has.map(plain);
  return wanted.some((value) => own.includes(plain(value)));
}

/** Every word of the text occurs somewhere in what a customer reads. */
function says(event: EventSpec, text: string | undefined): boolean {
  const hay = plain(
    [event.title, event.summary, event.venue.name, event.venue.city, ...event.categories].join(' '),
  );
  return plain(text ?? '')
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

/** Lower case and without accents: "lumieres" finds "Lumières". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
