import type { Showing } from './showings';

/** A square of the calendar. Without showings there is nothing to choose on it. */
export interface Square {
  readonly day: string;
  readonly showings: readonly Showing[];
}

export interface MonthGrid {
  readonly month: string;
  /** Weeks from Monday to Sunday; null before the first and after the last of the month. */
  readonly weeks: readonly (readonly (Square | null)[])[];
  /** The months before and after it in which there is anything. */
  readonly previous: string | null;
  readonly next: string | null;
}

/** A month as a calendar shows it. Days are names, not moments: no zone and no clock change can move them. */
export function monthGrid(month: string, showings: readonly Showing[]): MonthGrid {
  const byDay = new Map<string, Showing[]>();
  for (const showing of showings) {
    if (showing.day !== null) byDay.set(showing.day, [...(byDay.get(showing.day) ?? []), showing]);
  }
  const first = new Date(`${month}-01T00:00:00Z`);
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const squares = Array.from({ length: Math.ceil((before + length) / 7) * 7 }, (_, index) => {
    const number = index - before + 1;
    if (number < 1 || number > length) return null;
    const day = `${month}-${String(number).padStart(2, '0')}`;
    return { day, showings: byDay.get(day) ?? [] };
  });
  const months = [...new Set([...byDay.keys()].map((day) => day.slice(0, 7)))].sort();
  return {
    month,
    weeks: Array.from({ length: squares.length / 7 }, (_, week) => squares.slice(week * 7, week * 7 + 7)),
    previous: months.filter((one) => one < month).at(-1) ?? null,
    next: months.find((one) => one > month) ?? null,
  };
}
