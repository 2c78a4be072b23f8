import { hash } from '../../core/chance';
import type { OptionSpec, UnitSpec } from './catalogue/types';
import type { Slot } from './slots';

const keyOf = (slot: Slot) => `${slot.product.id}/${slot.option.id}/${slot.id}`;

export type AvailabilityStatus = 'AVAILABLE' | 'FREESALE' | 'SOLD_OUT' | 'LIMITED' | 'CLOSED';

/** People that a choice of units stands for. */
export function paxOf(units: readonly UnitSpec[]): number {
  return units.reduce((sum, { paxCount }) => sum + paxCount, 0);
}

/**
 * What is left of each slot. A rule decides what others have bought already, so that the same day is always equally
 * full; what this sandbox holds and books is kept on top of it.
 */
export class Stock {
  private taken = new Map<string, number>();
  private soldOut = new Set<string>();

  /** People for whom there is room; null where it is never counted. */
  left(slot: Slot): number | null {
    const { product, option } = slot;
    if (this.isSoldOut(slot)) return 0;
    if (option.capacity === null) return null;
    const mixed = hash(keyOf(slot));
    const own = this.taken.get(keyOf(slot)) ?? 0;
    // A boat that is sold as a whole has no seats left once somebody has it.
    if (product.pricingPer === 'BOOKING') return own > 0 || mixed % 5 === 0 ? 0 : option.capacity;
    if (product.behaviour !== undefined) return Math.max(0, option.capacity - own);
    if (product.kind === 'START_TIME' && mixed % 17 === 0) return 0;
    const before = Math.floor(option.capacity * ((mixed % 67) / 100));
    return Math.max(0, option.capacity - before - own);
  }

  /** How a slot stands at a moment. LIMITED is less than half of it. */
  status(slot: Slot, nowMs: number): AvailabilityStatus {
    if (slot.cutoffMs <= nowMs) return 'CLOSED';
    const left = this.left(slot);
    if (left === null) return 'FREESALE';
    if (left === 0) return 'SOLD_OUT';
    return left < (slot.option.capacity ?? 0) / 2 ? 'LIMITED' : 'AVAILABLE';
  }

  /** Takes room for so many people; false when it is not there any more. */
  take(slot: Slot, pax: number): boolean {
    const left = this.left(slot);
    if (left !== null && left < pax) return false;
    this.taken.set(keyOf(slot), (this.taken.get(keyOf(slot)) ?? 0) + pax);
    return true;
  }

  give(slot: Slot, pax: number): void {
    this.taken.set(keyOf(slot), Math.max(0, (this.taken.get(keyOf(slot)) ?? 0) - pax));
  }

  /** From now on nothing is left of a product, or of one slot of it (`product/option/slot`); what is held stays held. */
  sellOut(id: string): void {
    this.soldOut.add(id);
  }

  /** True where an open-dated product was sold out. */
  isGone(productId: string): boolean {
    return this.soldOut.has(productId);
  }

  reset(): void {
    this.taken.clear();
    this.soldOut.clear();
  }

  private isSoldOut(slot: Slot): boolean {
    return this.soldOut.has(slot.product.id) || this.soldOut.has(keyOf(slot));
  }
}

/** How many units an option lets one booking have. */
export function maxUnits(option: OptionSpec, left: number | null): number | null {
  if (option.maxUnits === null) return left;
  return left === null ? option.maxUnits : Math.min(option.maxUnits, left);
}
