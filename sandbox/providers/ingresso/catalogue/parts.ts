import type { Discount, PriceBand, Row, TicketType } from './types';

/** Every day of the week. */
export const DAILY = [0, 1, 2, 3, 4, 5, 6] as const;
/** Houses that rest on Sundays, and houses that rest on Mondays. */
export const NOT_SUNDAY = [1, 2, 3, 4, 5, 6] as const;
export const NOT_MONDAY = [0, 2, 3, 4, 5, 6] as const;

/** A full price, minor units. */
export function normal(seat: number, fee: number): Discount {
  return { code: 'NORMAL', desc: 'Normal', semantic: 'standard', seat, fee };
}

/** An adult's price, and others as `[code, seat, fee]`; the codes of {@link KINDS}. */
export function adult(
  seat: number,
  fee: number,
  ...more: readonly (readonly [keyof typeof KINDS, number, number])[]
): [Discount, ...Discount[]] {
  return [
    { ...KINDS.ADULT, seat, fee },
    ...more.map(([code, own, ownFee]): Discount => ({ ...KINDS[code], seat: own, fee: ownFee })),
  ];
}

const KINDS = {
  ADULT: { code: 'ADULT', desc: 'Adult', semantic: 'standard' },
  CHILD: { code: 'CHILD', desc: 'Child rate', semantic: 'child', maxAge: 15 },
  STUDENT: { code: 'STUDENT', desc: 'Student rate', semantic: 'student' },
  OAP: { code: 'OAP', desc: 'Senior citizen rate', semantic: 'senior', minAge: 60 },
} as const;

/** A band whose seats cannot be chosen. */
export function band(letter: string, discounts: [Discount, ...Discount[]], desc?: string): PriceBand {
  return { code: `${letter}/pool`, discounts, desc };
}

/** A band of chosen seats. */
export function seats(letter: string, discount: Discount, ...rows: Row[]): PriceBand {
  return { code: `${letter}/pool`, discounts: [discount], rows };
}

/** A row: `row('E', [4, 5], [7, 9])`. */
export function row(name: string, ...runs: [number, number][]): Row {
  return { name, runs };
}

/** Rows that are alike: letters, each with seats 1 to `last`. */
export function block(letters: string, last: number): Row[] {
  return [...letters].map((name) => row(name, [1, last]));
}

/** A part of house. */
export function part(code: string, desc: string, ...bands: [PriceBand, ...PriceBand[]]): TicketType {
  return { code, desc, bands };
}

/** Tickets without areas. */
export function general(...discounts: [Discount, ...Discount[]]): [TicketType] {
  return [part('GENERAL', 'General admission', band('A', discounts))];
}
