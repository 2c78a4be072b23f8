import type { Showing } from './showings';

/** Addresses of one event's page, by what is chosen on it. They all lead to where tickets are chosen. */
export interface Places {
  date(date: string): string;
  day(day: string): string;
  month(month: string): string;
}

/** Leafing through months keeps the date that is chosen. */
export function placesOf(supplier: string, event: string, chosen: Showing | null): Places {
  const page = `/events/${encodeURIComponent(supplier)}/${encodeURIComponent(event)}`;
  const at = (query: Readonly<Record<string, string>>) => `${page}?${new URLSearchParams(query)}#tickets`;
  return {
    date: (date) => at({ date }),
    day: (day) => at({ day }),
    month: (month) => at({ ...(chosen && { date: chosen.date }), month }),
  };
}

/** Where a day leads: to its offers when that is one choice, else to its times. */
export function placeOfDay(places: Places, day: string, showings: readonly Showing[]): string {
  const dates = new Set(showings.map(({ date }) => date));
  const [only] = dates;
  return dates.size === 1 && only !== undefined ? places.date(only) : places.day(day);
}
