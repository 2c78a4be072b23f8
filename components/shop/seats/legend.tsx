import type { ChooseWords } from '../offers/fault-text';
import type { Seat } from './plan';
import { SEAT_LOOKS } from './seat-cell';

/** What the marks of the plan mean, only those that are in it. */
export function Legend({ seats, words }: { seats: readonly Seat[]; words: ChooseWords }) {
  const entries = [
    { look: SEAT_LOOKS.free, mark: '7', name: words.free, shown: true },
    { look: SEAT_LOOKS.chosen, mark: '✓', name: words.chosen, shown: true },
    {
      look: SEAT_LOOKS.restricted,
      mark: '7',
      name: words.restrictedLegend,
      shown: seats.some(({ restricted, available }) => restricted && available),
    },
    {
      look: SEAT_LOOKS.taken,
      mark: '×',
      name: words.takenLegend,
      shown: seats.some(({ available }) => !available),
    },
    {
      look: `${SEAT_LOOKS.free} text-accent`,
      mark: '•',
      name: words.noteLegend,
      shown: seats.some(({ notice, available }) => notice && available),
    },
  ];
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {entries
        .filter(({ shown }) => shown)
        .map(({ look, mark, name }) => (
          <li key={name} className="flex items-center gap-2">
            <span aria-hidden className={look}>
              {mark}
            </span>
            {name}
          </li>
        ))}
    </ul>
  );
}
