import type { ChooseWords } from '../offers/fault-text';
import { fill } from '../offers/fill';
import type { Seat } from './plan';

/** All that is known of a seat, as it is read out: "Row A seat 12, £35.00, restricted view: pillar". */
export function seatName(seat: Seat, number: string, price: string | null, words: ChooseWords): string {
  const name = fill(seat.row === '' ? words.seatAlone : words.seat, { row: seat.row, number });
  if (!seat.available) return `${name}, ${words.taken}`;
  const note = noteOf(seat, words);
  return [name, price, note].filter(Boolean).join(', ');
}

/** What must be known of a seat before it is paid; null when there is nothing. */
export function noteOf({ restricted, notice }: Seat, words: ChooseWords): string | null {
  const parts = [restricted && words.restricted, notice].filter(Boolean);
  return parts.length > 0 ? parts.join(': ') : null;
}
