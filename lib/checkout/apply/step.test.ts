import { describe, expect, it } from 'vitest';
import { bookedCheckout, bookedItem } from '@/lib/mail/fixtures';
import type { Attempt, Checkout } from '../model';
import type { ItemOutcome, Step } from '../step';
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

describe('a form after a refusal', () => {
  const attempt = { ...bookedCheckout().attempts[0], id: 'a1', status: 'open', declines: 0 } as Attempt;
  const held = bookedCheckout({
    items: [bookedItem({ status: 'held' })],
    attempts: [attempt],
    closing: null,
  });
  const form: Step = { kind: 'pay', method: 'card', params: { session: 'CS2' } };
  const refused = (checkout: Checkout) =>
    applyStep(checkout, 'a1', { step: form, declined: 'card_declined' }, 0, true);

  it('is the next try of the same attempt, counted, with the reason beside it', () => {
    const [now] = refused(held).attempts;
    expect(now).toMatchObject({ status: 'open', declines: 1, lastDecline: 'card_declined', step: form });
  });

  it('is there four times, and then the door is closed and the tickets are let go', () => {
    const after = [1, 2, 3, 4].reduce(refused, held);
    expect(after.attempts[0]).toMatchObject({ status: 'open', declines: 4 });
    const over = refused(after);
    expect(over.attempts[0]).toMatchObject({ status: 'declined', lastDecline: 'too_many_attempts' });
    expect(over.closing).toBe('released');
  });

  it('says nothing of it any more while the bank is asked about the next card', () => {
    const again = refused(held);
    const looked = applyStep(again, 'a1', { step: form }, 1);
    expect(looked.attempts[0]?.lastDecline).toBe('card_declined');
    const bank: Step = { kind: 'redirect', url: 'https://bank.example/', httpMethod: 'GET', fields: [] };
    const [now] = applyStep(again, 'a1', { step: bank }, 1, true).attempts;
    expect(now).toMatchObject({ status: 'open', declines: 1, step: bank });
    expect(now?.lastDecline).toBeUndefined();
  });

  it('is not counted where nothing was refused', () => {
    expect(applyStep(held, 'a1', { step: form }, 0, true).attempts[0]).toMatchObject({ declines: 0 });
  });
});

describe('an answer that tells how long the hold lasts', () => {
  const held = bookedCheckout({ expiresAt: 1000 });
  const until = (expiresAt: number | undefined, checkout = held) =>
    applyStep(checkout, null, { step: { kind: 'unknown', since: 0 }, expiresAt }, 0).expiresAt;

  it('makes it longer, and never shorter', () => {
    expect([until(2000), until(500), until(undefined)]).toEqual([2000, 1000, 1000]);
    expect(until(2000, { ...held, expiresAt: null })).toBeNull();
  });
});
