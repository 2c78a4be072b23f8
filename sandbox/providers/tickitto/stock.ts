import { hash } from '../../core/chance';
import type { Band, EventSpec } from './catalogue/types';
import type { Performance } from './performances';

/** Where tickets are chosen by seat, a seat's id is `band:row-number`. */
export function seatIds(band: Band): string[] {
  return (band.rows ?? []).flatMap((row) =>
    Array.from({ length: row.seats }, (_, index) => `${band.id}:${row.name}-${index + 1}`),
  );
}

/** A seat as a person reads it: `Stalls, row C, seat 12`. */
export function seatLabel(band: Band, seatId: string): string {
  const [row, seat] = seatId.slice(band.id.length + 1).split('-');
  return `${band.name}, row ${row}, seat ${seat}`;
}

/**
 * What is left of each performance. Before anybody buys here, a rule decides what others have bought already, so
 * that the same night is always equally full; what this sandbox holds and books is kept on top of it.
 */
export class Stock {
  private taken = new Map<string, Set<string>>();
  private counted = new Map<string, number>();
  private soldOut = new Set<string>();

  /** Free seats of a band, in order. */
  freeSeats(event: EventSpec, performance: Performance, band: Band): string[] {
    if (this.soldOut.has(event.id)) return [];
    const taken = this.taken.get(performance.id);
    return seatIds(band).filter((seat) => !taken?.has(seat) && hash(`${performance.id}/${seat}`) % 100 >= 34);
  }

  /** How many tickets of a band are left. Bands without seats share the performance's capacity. */
  left(event: EventSpec, performance: Performance, band: Band): number {
    if (band.rows) return this.freeSeats(event, performance, band).length;
    if (this.soldOut.has(event.id)) return 0;
    const capacity = event.capacity ?? 40;
    const mixed = hash(performance.id);
    const scenario = event.behaviour !== undefined;
    // Now and then a date is simply full; scenario events never are, they have a job to do.
    if (!scenario && event.times.length > 0 && mixed % 13 === 0) return 0;
    const before = scenario ? 0 : Math.floor(capacity * ((mixed % 61) / 100));
    return Math.max(0, capacity - before - (this.counted.get(performance.id) ?? 0));
  }

  /** Takes seats, or `count` places; false when they are not there any more. */
  take(
    event: EventSpec,
    performance: Performance,
    band: Band,
    seats: readonly string[],
    count: number,
  ): boolean {
    if (band.rows) {
      const free = new Set(this.freeSeats(event, performance, band));
      if (seats.some((seat) => !free.has(seat))) return false;
      const taken = this.taken.get(performance.id) ?? new Set<string>();
      for (const seat of seats) taken.add(seat);
      this.taken.set(performance.id, taken);
      return true;
    }
    if (this.left(event, performance, band) < count) return false;
    this.counted.set(performance.id, (this.counted.get(performance.id) ?? 0) + count);
    return true;
  }

  /** Gives back what was taken. */
  give(performance: Performance, band: Band, seats: readonly string[], count: number): void {
    if (band.rows) {
      for (const seat of seats) this.taken.get(performance.id)?.delete(seat);
      return;
    }
    this.counted.set(performance.id, Math.max(0, (this.counted.get(performance.id) ?? 0) - count));
  }

  /** From now on nothing of this event is left; what is held stays held. */
  sellOut(eventId: string): void {
    this.soldOut.add(eventId);
  }

  reset(): void {
    this.taken.clear();
    this.counted.clear();
    this.soldOut.clear();
  }
}
