import { describe, expect, it } from 'vitest';
import type { CheckoutView, ItemView } from '@/lib/api/schemas/checkout';
import { polls, reloadsAfter, stageOf, titleKey, underWay } from './stage';

type Seen = Parameters<typeof titleKey>[0];

function item(status: ItemView['status']): ItemView {
  const price = { amount: 1, currency: 'GBP', exponent: 2 };
  return { id: 'i', title: 'T', tickets: [], price, fee: price, status, vouchers: [], notices: [] };
}

function seen(action: CheckoutView['next']['action'], over: Partial<Seen> = {}): Seen {
  return {
    tickets: 'held',
    items: [item('held')],
    money: { state: 'none', entries: [] },
    next: { action },
    refusals: [],
    message: { code: 'held', text: '', safeToPay: true },
    ...over,
  };
}

describe('stageOf', () => {
  it.each([
    ['review', 'review'],
    ['details', 'details'],
    ['pay', 'pay'],
    ['redirect', 'hand_over'],
    ['wait', 'waiting'],
    ['hold_again', 'ended'],
    ['start_over', 'failed'],
    ['done', 'failed'],
  ] as const)('%s shows %s', (action, stage) => {
    expect(stageOf(seen(action))).toBe(stage);
  });

  it('shows booked tickets whatever else is going on', () => {
    const items = [item('failed'), item('booked')];
    expect(stageOf(seen('wait', { items, tickets: 'attempting' }))).toBe('tickets');
  });

  it('tells holding, doubt and refusal from waiting and failure', () => {
    expect(stageOf(seen('wait', { tickets: 'open', items: [] }))).toBe('holding');
    expect(stageOf(seen('wait', { tickets: 'unknown' }))).toBe('unknown');
    expect(stageOf(seen('wait', { money: { state: 'unknown', entries: [] } }))).toBe('unknown');
    expect(stageOf(seen('start_over', { refusals: [{ code: 'sold_out', text: '' }] }))).toBe('refused');
  });
});

describe('titleKey', () => {
  it('never names a released hold expired, nor a mixed order whole', () => {
    expect(titleKey(seen('hold_again', { tickets: 'released' }))).toBe('released');
    expect(titleKey(seen('hold_again', { tickets: 'expired' }))).toBe('expired');
    expect(titleKey(seen('hold_again', { tickets: 'failed' }))).toBe('failed');
    expect(titleKey(seen('done', { tickets: 'part_booked', items: [item('booked')] }))).toBe('mixed');
  });

  it('names what was cancelled so, and not as what could not be booked', () => {
    const message = (code: string) => ({ message: { code, text: '', safeToPay: false } });
    const gone = { tickets: 'released' as const, items: [item('cancelled')] };
    expect(titleKey(seen('done', { ...gone, ...message('cancelled_refund_due_supplier') }))).toBe(
      'cancelled',
    );
    expect(titleKey(seen('done', { ...gone, ...message('no_tickets_refund_due_supplier') }))).toBe('failed');
    const part = { tickets: 'part_booked' as const, items: [item('booked'), item('cancelled')] };
    expect(titleKey(seen('done', { ...part, ...message('part_cancelled_paid') }))).toBe('part_cancelled');
  });
});

describe('a page that follows', () => {
  const money = (state: CheckoutView['money']['state']) => ({ money: { state, entries: [] } });

  it('is every one on which something can move without its reader', () => {
    expect(polls(seen('wait'))).toBe(true);
    expect(polls(seen('pay'))).toBe(true);
    expect(polls(seen('redirect'))).toBe(true);
    expect(polls(seen('done', { items: [{ ...item('booked'), voucherToCome: true }] }))).toBe(true);
    expect(polls(seen('done', { tickets: 'failed', ...money('refund_due') }))).toBe(true);
    expect(polls(seen('done', { tickets: 'booked', ...money('refund_due') }))).toBe(true);
    expect(polls(seen('done', { tickets: 'expired', ...money('pending') }))).toBe(true);
  });

  it('is none on which nothing can', () => {
    expect(polls(seen('done', { tickets: 'booked', ...money('captured') }))).toBe(false);
    expect(polls(seen('done', { tickets: 'booked', ...money('authorised') }))).toBe(false);
    expect(polls(seen('done', { tickets: 'failed', ...money('refunded') }))).toBe(false);
    expect(polls(seen('hold_again', { tickets: 'expired' }))).toBe(false);
    expect(polls(seen('details'))).toBe(false);
  });

  it('loads itself anew without scripts, but never under a form', () => {
    expect(reloadsAfter(seen('wait'))).toBe(5);
    expect(reloadsAfter(seen('redirect'))).toBe(30);
    expect(reloadsAfter(seen('done', { tickets: 'failed', ...money('refund_due') }))).toBe(30);
    expect(reloadsAfter(seen('pay'))).toBeNull();
    expect(reloadsAfter(seen('details'))).toBeNull();
  });
});

describe('a payment that is under way', () => {
  const params = null;
  it.each([
    [undefined, null],
    [{ id: 'a', option: 'o', status: 'open', step: { kind: 'pay', id: 's1', method: 'm', params } }, 'a'],
    [{ id: 'a', option: 'o', status: 'open', step: { kind: 'redirect', id: 's1', href: '/' } }, 'a'],
    [
      { id: 'a', option: 'o', status: 'declined', step: { kind: 'pay', id: 's1', method: 'm', params } },
      null,
    ],
    [{ id: 'a', option: 'o', status: 'open' }, null],
  ] satisfies [CheckoutView['attempt'], string | null][])('of %j is %j', (attempt, id) => {
    expect(underWay({ attempt })).toBe(id);
  });
});
