import { hash } from '../../core/chance';
import type { Slot } from './products';

const keyOf = ({ activity, date, time }: Slot) => `${activity.uuid}/${date}/${time}`;

/**
 * What is left of each start. A rule decides what others have bought already, so that the same day is always equally
 * full; what is booked here is kept on top of it. A cart takes nothing.
 */
export class Stock {
  private taken = new Map<string, number>();
  private soldOut = new Set<string>();

  left(slot: Slot): number {
    const { activity } = slot;
    if (this.soldOut.has(activity.uuid)) return 0;
    const own = this.taken.get(keyOf(slot)) ?? 0;
    if (activity.behaviour) return Math.max(0, activity.capacity - own);
    const mixed = hash(keyOf(slot));
    // Now and then a start is gone, so that dates with and without room lie side by side.
    if (mixed % 13 === 0) return 0;
    return Math.max(0, activity.capacity - Math.floor(activity.capacity * ((mixed % 50) / 100)) - own);
  }

  /** Takes room for so many; false when it is not there any more. */
  take(slot: Slot, count: number): boolean {
    if (this.left(slot) < count) return false;
    this.taken.set(keyOf(slot), (this.taken.get(keyOf(slot)) ?? 0) + count);
    return true;
  }

  give(slot: Slot, count: number): void {
    this.taken.set(keyOf(slot), Math.max(0, (this.taken.get(keyOf(slot)) ?? 0) - count));
  }

  /** From now on nothing is left of an activity. */
  sellOut(uuid: string): void {
    this.soldOut.add(uuid);
  }

  reset(): void {
    this.taken.clear();
    this.soldOut.clear();
  }
}
