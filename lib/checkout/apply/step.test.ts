import { describe, expect, it } from 'vitest';
import { bookedCheckout, bookedItem } from '@/lib/mail/fixtures';
import type { ItemOutcome } from '../step';
import { applyStep } from './step';

/** What an item that stands so becomes of the supplier's word. */
function becomes(status: 'cancelled' | 'booked' | 'failed', word: ItemOutcome['status']) {
  const checkout = bookedCheckout({ items: [bookedItem({ status })] });
  const step = { kind: 'settled' as const, items: [{ itemId: 'i1', status: word }], money: [] };
  return applyStep(checkout, null, { step }, 0).items[0]?.status;
}

describe('an item that was cancelled', () => {
  it.each(['pending', 'failed', 'cancelled'] as const)('stays so when the supplier says %s', (word) => {
    expect(becomes('cancelled', word)).toBe('cancelled');
  });

  it('is booked when the supplier says that it is after all', () => {
    expect(becomes('cancelled', 'booked')).toBe('booked');
  });
});

describe('a booked item', () => {
  it.each(['pending', 'failed'] as const)('is not taken back by %s', (word) => {
    expect(becomes('booked', word)).toBe('booked');
  });
});
