import type { Band, EventSpec, TicketType } from './types';

/** Every day of the week. */
export const DAILY = [0, 1, 2, 3, 4, 5, 6] as const;
/** Houses that rest on Mondays. */
export const NOT_MONDAY = [0, 2, 3, 4, 5, 6] as const;

/** Free cancellation until the day before. */
export const FLEXIBLE: EventSpec['cancellation'] = {
  allowed: true,
  policy: ['Cancel up to 24 hours before the start for a full refund.'],
};
/** No way back, as theatres have it. */
export const FINAL: EventSpec['cancellation'] = {
  allowed: false,
  policy: ['Tickets cannot be cancelled or exchanged once they are booked.'],
};

/** One area without chosen seats. */
export function general(...tickets: [TicketType, ...TicketType[]]): readonly [Band] {
  return [{ id: 'general', name: 'General admission', tickets }];
}

/** A ticket type by name; its id is the name in lower case with dashes. */
export function ticket(name: string, minor: number, note?: string): TicketType {
  return { id: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'), name, minor, note };
}

/** A block of chosen seats: `rows` as letters (`'ABCD'`), each with as many seats. */
export function block(id: string, name: string, rows: string, seats: number, minor: number): Band {
  return {
    id,
    name,
    tickets: [ticket('Standard', minor)],
    rows: [...rows].map((row) => ({ name: row, seats })),
  };
}
