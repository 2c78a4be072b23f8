import { describe, expect, it } from 'vitest';
import words from '@/messages/en/words.json';
import { MONEY_STATES, TICKETS_STATES } from './ledgers';
import { cell } from './words';

const COLLECTS = ['supplier', 'partner'] as const;

const cells = TICKETS_STATES.flatMap((tickets) =>
  MONEY_STATES.flatMap((money) =>
    COLLECTS.map((collects) => ({ tickets, money, collects, ...cell(tickets, money, collects) })),
  ),
);
const sentence = (code: string) => (words as Record<string, string>)[code] ?? '';

describe('the sentence for every cell of tickets × money × who collects', () => {
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

  it('reads as reviewed', () => {
    const table = cells.map(({ tickets, money, collects, code, safeToPay }) => {
      return `${tickets} × ${money} × ${collects}: ${safeToPay ? '' : '[do not pay] '}${sentence(code)}`;
    });
    expect(table.join('\n')).toMatchSnapshot();
  });
});
