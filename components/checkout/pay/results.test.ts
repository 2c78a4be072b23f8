import { describe, expect, it } from 'vitest';
import { type Answered, afterResult } from './results';

const step = { kind: 'pay', id: 's2', method: 'card', params: { a: 1 } };

function answered(over: Partial<NonNullable<Answered['attempt']>> = {}, action = 'pay'): Answered {
  return { next: { action }, attempt: { id: 'a1', step, ...over } };
}

describe('afterResult', () => {
  it('stays for the next step of the same method, with the decline if there was one', () => {
    expect(afterResult(answered({ lastDecline: 'card_declined' }), 'a1', 'card', 's1')).toEqual({
      kind: 'stay',
      step: { id: 's2', params: { a: 1 } },
      declined: 'card_declined',
    });
  });

  it('asks again while the supplier is being asked', () => {
    expect(afterResult(answered({}, 'wait'), 'a1', 'card', 's1')).toEqual({ kind: 'ask' });
  });

  it('asks again while the step is the one that was answered: its form would take the same payment twice', () => {
    expect(afterResult(answered(), 'a1', 'card', 's2')).toEqual({ kind: 'ask' });
  });

  it('leaves for the page that the payment goes on at', () => {
    const away = { kind: 'redirect', id: 's3', href: '/checkout/c/go/a1' };
    const to = { kind: 'leave', to: '/checkout/c/go/a1' };
    expect(afterResult(answered({ step: away }, 'redirect'), 'a1', 'card', 's1')).toEqual(to);
    expect(afterResult(answered({ step: away }, 'wait'), 'a1', 'card', 's1')).toEqual({ kind: 'ask' });
    expect(afterResult(answered({ id: 'a2', step: away }), 'a1', 'card', 's1')).toEqual({ kind: 'leave' });
  });

  it.each([
    ['another attempt', answered({ id: 'a2' })],
    ['another method', answered({ step: { ...step, method: 'bank' } })],
    ['another kind of step', answered({ step: { kind: 'redirect', id: 's3' } })],
    ['an end', { next: { action: 'done' } }],
  ])('leaves for %s', (_, view) => {
    expect(afterResult(view, 'a1', 'card', 's1')).toEqual({ kind: 'leave' });
  });
});
