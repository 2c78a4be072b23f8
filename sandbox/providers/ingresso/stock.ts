import { hash } from '../../core/chance';
import type { PriceBand, TicketType } from './catalogue/types';
import { dayOf, type Performance } from './performances';
import { seatsOf } from './seats';

/** A band of one performance: what stock is counted by. */
export interface Place {
  readonly performance: Performance;
  readonly type: TicketType;
  readonly band: PriceBand;
}

const keyOf = ({ performance, type, band }: Place) => `${performance.id}/${type.code}/${band.code}`;

/**
 * What is left of each performance. A rule decides what others have bought already, so that the same night is always
 * equally full; what this sandbox holds and books is kept on top of it.
 */
export class Stock {
  private taken = new Map<string, Set<string>>();
  private counted = new Map<string, number>();
  private soldOut = new Set<string>();

  /** Free seats of a band whose seats can be chosen, in order. */
  free(place: Place): string[] {
    const { event } = place.performance;
    if (this.gone(place.performance)) return [];
    const taken = this.taken.get(keyOf(place));
    // The demo house is empty until somebody buys: its map is documented seat by seat.
    const demo = event.behaviour?.swapSeat !== undefined || event.behaviour?.loseSeat !== undefined;
    return seatsOf(place.band).filter(
      (id) =>
        !taken?.has(id) && (demo || hash(`${place.performance.id}/${place.type.code}/${id}`) % 100 >= 32),
    );
  }

  /** Tickets left in a band. */
  left(place: Place): number {
    if (place.band.rows) return this.free(place).length;
    const { event } = place.performance;
    if (this.gone(place.performance)) return 0;
    const before = event.behaviour ? 0 : Math.floor(event.capacity * ((hash(keyOf(place)) % 55) / 100));
    return Math.max(0, event.capacity - before - (this.counted.get(keyOf(place)) ?? 0));
  }

  /** Takes chosen seats; false when one of them is gone. */
  takeSeats(place: Place, ids: readonly string[]): boolean {
    const free = new Set(this.free(place));
    if (new Set(ids).size !== ids.length || ids.some((id) => !free.has(id))) return false;
    const taken = this.taken.get(keyOf(place)) ?? new Set<string>();
    for (const id of ids) taken.add(id);
    this.taken.set(keyOf(place), taken);
    return true;
  }

  /**
   * Takes `count` tickets where seats cannot be chosen; answers the seats' ids, made up side by side, or null. The best
   * that are free, so that what was given back is what comes next.
   */
  takeAny(place: Place, count: number): string[] | null {
    if (this.left(place) < count) return null;
    this.counted.set(keyOf(place), (this.counted.get(keyOf(place)) ?? 0) + count);
    if (!place.performance.event.seated) return [];
    const mixed = hash(keyOf(place));
    const row = String.fromCharCode(65 + (mixed % 26)) + String.fromCharCode(65 + ((mixed >>> 8) % 26));
    const taken = this.taken.get(keyOf(place)) ?? new Set<string>();
    const from = (first: number) => Array.from({ length: count }, (_, index) => `${row}${first + index}`);
    let first = 101;
    while (from(first).some((id) => taken.has(id))) first += 1;
    for (const id of from(first)) taken.add(id);
    this.taken.set(keyOf(place), taken);
    return from(first);
  }

  /** Gives tickets back. */
  give(place: Place, ids: readonly string[], count: number): void {
    for (const id of ids) this.taken.get(keyOf(place))?.delete(id);
    if (place.band.rows) return;
    this.counted.set(keyOf(place), Math.max(0, (this.counted.get(keyOf(place)) ?? 0) - count));
  }

  /** From now on nothing of this event, or of this one performance, is left; what is held stays held. */
  sellOut(id: string): void {
    this.soldOut.add(id);
  }

  reset(): void {
    this.taken.clear();
    this.counted.clear();
    this.soldOut.clear();
  }

  private gone(performance: Performance): boolean {
    const { event, id, time } = performance;
    return (
      this.soldOut.has(event.id) || this.soldOut.has(id) || event.never === `${dayOf(performance)} ${time}`
    );
  }
}
