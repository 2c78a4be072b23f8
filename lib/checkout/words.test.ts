import { describe, expect, it } from 'vitest';
import { bookedCheckout, bookedItem, captured } from '@/lib/mail/fixtures';
import words from '@/messages/en/words.json';
import { MONEY_STATES, TICKETS_STATES, type TicketsState } from './ledgers';
import type { Attempt, Checkout } from './model';
import { newCheckout } from './new-checkout';
import type { MoneyEntry } from './step';
import { cell, messageOf } from './words';

const COLLECTS = ['supplier', 'partner'] as const;
const CANCELLED = ['none', 'some', 'all'] as const;

/** Only what is not booked can have been cancelled. */
const within = (tickets: TicketsState) =>
  CANCELLED.slice(0, ['part_booked', 'failed', 'released', 'expired'].includes(tickets) ? 3 : 1);

const cells = TICKETS_STATES.flatMap((tickets) =>
  within(tickets).flatMap((cancelled) =>
    MONEY_STATES.flatMap((money) =>
      COLLECTS.map((collects) => ({
        tickets,
        money,
        collects,
        cancelled,
        ...cell(tickets, money, collects, cancelled),
      })),
    ),
  ),
);
const sentence = (code: string) => (words as Record<string, string>)[code] ?? '';

describe('the sentence for every cell of tickets × money × who collects × what was cancelled', () => {
  it('is there', () => {
    for (const { code } of cells) expect(sentence(code), code).not.toBe('');
  });

  it('says that nothing was charged only where that is certain', () => {
    for (const { money, code } of cells) {
      if (/not charged|othing has been charged/.test(sentence(code)))
        expect(['none', 'refunded'], code).toContain(money);
    }
  });

  it('never says failed, and never offers to pay, while money or tickets are in doubt', () => {
    for (const { tickets, money, code, safeToPay } of cells) {
      const doubt =
        tickets === 'unknown' ||
        tickets === 'attempting' ||
        ['pending', 'authorised', 'unknown'].includes(money);
      if (doubt) expect(safeToPay, code).toBe(false);
      if (tickets === 'unknown' || tickets === 'attempting')
        expect(sentence(code)).not.toMatch(/could not be booked|failed/);
    }
  });

  it('says whether paying again is safe wherever somebody might', () => {
    for (const { money, code, safeToPay } of cells) {
      if (money === 'refund_due' && !code.startsWith('booked_'))
        expect(sentence(code), code).toMatch(/do not pay again/i);
      if (safeToPay) expect(['none', 'refunded']).toContain(money);
    }
  });

  it('never says of tickets that were booked and cancelled that they could not be booked or were let go', () => {
    for (const { cancelled, code } of cells) {
      if (cancelled === 'all') expect(sentence(code), code).toMatch(/were cancelled/);
      if (cancelled !== 'none')
        expect(sentence(code), code).not.toMatch(/could not be booked|let go|ran out/);
    }
  });

  it('names what is owed wherever money was taken and no ticket is left', () => {
    for (const { tickets, money, code } of cells) {
      const ended = ['failed', 'released', 'expired'].includes(tickets);
      if (ended && ['captured', 'refund_due'].includes(money))
        expect(sentence(code), code).toContain('{refund}');
    }
  });

  it('reads as reviewed', () => {
    const table = cells.map(({ tickets, money, collects, cancelled, code, safeToPay }) => {
      const gone = cancelled === 'none' ? '' : ` (${cancelled} of the rest cancelled)`;
      return `${tickets}${gone} × ${money} × ${collects}: ${safeToPay ? '' : '[do not pay] '}${sentence(code)}`;
    });
    expect(table.join('\n')).toMatchSnapshot();
  });
});

describe('what was paid for tickets that are not booked', () => {
  const entry = captured();
  const part = (patch: Partial<MoneyEntry>) =>
    messageOf(
      bookedCheckout({
        items: [bookedItem(), bookedItem({ id: 'i2', status: 'failed', vouchers: [] })],
        money: [{ ...entry, captured: 100, ...patch }],
      }),
      0,
    ).code;

  it('went back, where it was taken first: then nobody is told that it never was', () => {
    expect(part({})).toBe('part_booked_paid');
    expect(part({ refunded: 40 })).toBe('part_booked_refunded');
    expect(part({ refundDue: 40 })).toBe('part_booked_refund_due_supplier');
  });
});

describe('tickets that are held no more', () => {
  const ask = { id: 'c', supplier: 's', request: { kind: 'basket', basket: {} }, locale: 'en' } as const;
  const price = { amount: 100, currency: 'GBP', exponent: 2 };
  const item = { id: 'i', title: 'T', tickets: [], price, fee: price, notices: [], vouchers: [] };
  const tried: Attempt = {
    id: 'a',
    option: 's.card',
    status: 'declined',
    step: { kind: 'declined', id: '1', code: 'card_declined', holdKept: false },
    steps: 1,
    memo: {},
    proof: null,
    refundTried: false,
    exposed: true,
    cleared: false,
    client: null,
    declines: 0,
    startedAt: 5,
    touchedAt: 5,
  };
  const told = (attempt: Partial<Attempt>, patch: Partial<Checkout> = {}) => {
    const items = [{ ...item, status: 'expired' as const }];
    const checkout = { ...newCheckout(ask, 0), items, attempts: [{ ...tried, ...attempt }], ...patch };
    return messageOf(checkout, 10).code;
  };
  const declined = (code: 'booking_failed' | 'hold_expired' | 'too_many_attempts', holdKept = false) => ({
    step: { kind: 'declined' as const, id: '1', code, holdKept },
  });

  it('because the payment or the booking failed do not read as if the time had run out', () => {
    expect(told({})).toBe('lost_payment');
    expect(told(declined('booking_failed'))).toBe('lost_booking');
    for (const code of ['lost_payment', 'lost_booking']) expect(sentence(code)).toMatch(/were not charged/);
  });

  it('because too many payments were refused are not said to have been let go of by the customer', () => {
    const items = [{ ...item, status: 'released' as const }];
    expect(told(declined('too_many_attempts'), { items })).toBe('lost_declines');
    expect(told({ step: null, status: 'abandoned' }, { items })).toBe('released_not_charged');
    expect(told(declined('booking_failed'), { items })).toBe('released_not_charged');
    expect(sentence('lost_declines')).toMatch(/were not charged/);
  });

  it('because their time ran out say so, whatever was tried before', () => {
    expect(told(declined('hold_expired'))).toBe('expired_not_charged');
    expect(told(declined('booking_failed', true))).toBe('expired_not_charged');
    expect(told({}, { askedAt: 7 })).toBe('expired_not_charged');
    expect(told({ step: null, status: 'abandoned' })).toBe('expired_not_charged');
  });

  it('and held again are held, and no refusal is told any more', () => {
    const held = { items: [{ ...item, status: 'held' as const }], accepted: true };
    expect(told({}, held)).toBe('declined');
    expect(told({}, { ...held, askedAt: 7 })).toBe('held');
  });
});
