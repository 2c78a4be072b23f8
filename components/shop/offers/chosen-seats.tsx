'use client';

import { noteOf } from '../seats/seat-name';
import type { ChooseWords } from './fault-text';
import { fill, plural } from './fill';
import type { OfferData } from './offer-data';

interface ChosenSeatsProps {
  offer: OfferData;
  chosen: readonly string[];
  tickets: number;
  locale: string;
  words: ChooseWords;
}

/** How far the choice of seats is, and what must be known of the chosen ones. */
export function ChosenSeats({ offer, chosen, tickets, locale, words }: ChosenSeatsProps) {
  const seats = (offer.seats ?? []).filter(({ id }) => chosen.includes(id));
  const notes = seats.flatMap((seat) => {
    const note = noteOf(seat, words);
    return note ? [{ seat, note }] : [];
  });
  return (
    <div role="status" className="space-y-1 noscript:hidden">
      <p className="font-semibold">{progress()}</p>
      {notes.length > 0 && (
        <ul className="space-y-0.5 text-sm">
          {notes.map(({ seat, note }) => (
            <li key={seat.id} className="supplied text-warning">
              <bdi className="font-semibold">{seat.label}</bdi>: {note}
            </li>
          ))}
        </ul>
      )}
    </div>
  );

  function progress(): string {
    if (tickets === 0) return words.first;
    if (seats.length === 0) return fill(plural(words, 'seatsNone', tickets, locale), { tickets });
    const list = new Intl.ListFormat(locale).format(seats.map(({ label }) => label));
    const some = fill(words.seatsSome, { seats: seats.length, tickets });
    return seats.length < tickets ? `${some} ${list}` : fill(words.seatsAll, { list });
  }
}
