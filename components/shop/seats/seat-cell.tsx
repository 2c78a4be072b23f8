'use client';

import type { KeyboardEvent } from 'react';
import type { Place } from './plan';

interface SeatCellProps {
  place: NonNullable<Place>;
  name: string;
  chosen: boolean;
  tabIndex: number;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onFocus: (id: string) => void;
  onToggle: (id: string, take: boolean) => void;
}

const BOX = 'grid size-9 place-items-center rounded-t-lg rounded-b-sm text-sm font-semibold';

/** How each kind of seat looks, in the plan and in its legend. Shape and mark say what colour says. */
export const SEAT_LOOKS = {
  free: `${BOX} border-2 border-edge bg-raised text-ink`,
  chosen: `${BOX} border-2 border-accent bg-accent text-accent-ink`,
  restricted: `${BOX} border-2 border-dashed border-warning bg-warning-soft text-ink`,
  taken: `${BOX} text-muted`,
} as const;

/** A seat: a checkbox, or a place that is taken. Which one is checked is shown by style alone, with or without script. */
export function SeatCell({ place, name, chosen, tabIndex, onKeyDown, onFocus, onToggle }: SeatCellProps) {
  const { seat, number } = place;
  if (!seat.available) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: part of the grid
      // biome-ignore lint/a11y/useFocusableInteractive: nothing can be done with it
      <span role="gridcell" className={SEAT_LOOKS.taken}>
        <span aria-hidden>×</span>
        <span className="sr-only">{name}</span>
      </span>
    );
  }
  const look = seat.restricted ? SEAT_LOOKS.restricted : SEAT_LOOKS.free;
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of the grid
    // biome-ignore lint/a11y/useFocusableInteractive: its checkbox is
    <span role="gridcell" className="shrink-0">
      <label className="group relative block" title={seat.notice}>
        <input
          type="checkbox"
          name="seat"
          value={seat.id}
          checked={chosen}
          aria-label={name}
          tabIndex={tabIndex}
          onChange={(event) => onToggle(seat.id, event.currentTarget.checked)}
          onKeyDown={onKeyDown}
          onFocus={() => onFocus(seat.id)}
          className="peer absolute inset-0 size-full cursor-pointer opacity-0"
        />
        <span
          aria-hidden
          className={`${look} figures group-hover:border-ink peer-checked:border-solid peer-checked:border-accent peer-checked:bg-accent peer-checked:text-accent-ink peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent forced-colors:peer-checked:bg-[Highlight]`}
        >
          <span className="group-has-checked:hidden">{number}</span>
          <span className="hidden group-has-checked:inline">✓</span>
          {seat.notice && (
            <span className="absolute end-0.5 top-0 leading-none text-accent group-has-checked:text-current">
              •
            </span>
          )}
        </span>
      </label>
    </span>
  );
}
