'use client';

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { ChooseWords } from '../offers/fault-text';
import { Legend } from './legend';
import { planOf, type Seat, seatToward } from './plan';
import { SeatCell } from './seat-cell';
import { noteOf, seatName } from './seat-name';

interface SeatPickerProps {
  title: string;
  seats: readonly Seat[];
  chosen: readonly string[];
  /** What a seat costs, where they all cost the same. */
  price: string | null;
  words: ChooseWords;
  onToggle: (id: string, take: boolean) => void;
}

/**
 * Seats as they stand, row by row. Each is a checkbox of the form, so that it works without JavaScript too; with it
 * the plan is one stop for the Tab key, and arrow keys move between free seats.
 */
export function SeatPicker({ title, seats, chosen, price, words, onToggle }: SeatPickerProps) {
  const plan = useMemo(() => planOf(seats), [seats]);
  const grid = useRef<HTMLDivElement>(null);
  const first = chosen[0] ?? seats.find(({ available }) => available)?.id ?? '';
  const [current, setCurrent] = useState(first);
  const [roving, setRoving] = useState(false);
  useEffect(() => setRoving(true), []);

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const { value } = event.currentTarget;
    if (event.key === 'Enter') {
      // In a checkbox it would send the form.
      event.preventDefault();
      return onToggle(value, !chosen.includes(value));
    }
    const next = seatToward(plan, value, event.key);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    const boxes = grid.current?.querySelectorAll<HTMLInputElement>('input') ?? [];
    for (const box of boxes) if (box.value === next) box.focus();
  }

  return (
    <div className="space-y-3">
      <div className="overflow-x-auto rounded-md border border-line bg-sunken p-3">
        <div className="mx-auto w-max">
          <p
            aria-hidden
            className="mb-4 rounded-b-xl border-x border-b border-line bg-raised py-1.5 text-center text-sm text-muted"
          >
            {words.stage}
          </p>
          {/* biome-ignore lint/a11y/useSemanticElements: a table's cells have no keyboard; this is the grid pattern. */}
          <div
            ref={grid}
            role="grid"
            aria-label={words.plan.replace('{title}', title)}
            className="w-max space-y-1"
          >
            {plan.map(({ row, places }) => (
              // biome-ignore lint/a11y/useSemanticElements: see above
              // biome-ignore lint/a11y/useFocusableInteractive: the checkboxes within take the focus.
              <div key={row} role="row" className="flex items-center gap-1">
                {/* biome-ignore lint/a11y/useSemanticElements: see above */}
                {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
                <span
                  role="rowheader"
                  className="sticky start-0 z-1 grid h-9 min-w-7 place-items-center bg-sunken px-1 text-sm font-bold text-muted"
                >
                  <bdi>{row}</bdi>
                </span>
                {places.map((place, index) =>
                  place ? (
                    <SeatCell
                      key={place.seat.id}
                      place={place}
                      name={seatName(place.seat, place.number, price, words)}
                      chosen={chosen.includes(place.seat.id)}
                      tabIndex={roving && place.seat.id !== current ? -1 : 0}
                      onKeyDown={press}
                      onFocus={setCurrent}
                      onToggle={onToggle}
                    />
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a gap is nothing but its place.
                    <span key={index} aria-hidden className="size-9 shrink-0" />
                  ),
                )}
              </div>
            ))}
          </div>
        </div>
      </div>
      <p className="text-sm text-muted noscript:hidden">{words.keys}</p>
      <Legend seats={seats} words={words} />
      <ul className="supplied hidden text-sm text-muted noscript:block">
        {seats.map((seat) => {
          const note = seat.available ? noteOf(seat, words) : null;
          return note && <li key={seat.id}>{`${seat.label}: ${note}`}</li>;
        })}
      </ul>
    </div>
  );
}
