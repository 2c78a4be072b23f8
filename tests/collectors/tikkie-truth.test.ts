import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageOf } from '@/lib/checkout/words';
import { externalIdOf } from '@/lib/collectors/tikkie/names';
import { openStore } from '@/lib/db';
import { ingressoUnderTest } from '../contract/ingresso';
import { octoUnderTest } from '../contract/octo';
import { objections, type Stage, stage } from '../contract/stage';
import { tikkieGroups } from '../contract/tikkie';
import type { SupplierUnderTest } from '../contract/types';
import { CUSTOMER, requestOf } from '../suppliers/musement-shop';
import { hold, pay, report, standingOf, toTheTill } from '../support/customer';
import { databaseFolder } from '../support/database';
import { type Pool, sandboxPool } from '../support/pool';

/** Every line of what the truth about a payment request is, from the payer to the tickets, with the oracle at the end. */

const MINUTE = 60_000;
const databases = databaseFolder('tikkie');
let pool: Pool;
beforeAll(async () => {
  pool = await sandboxPool(3);
});
afterAll(async () => {
  await pool.close();
  databases.remove();
});

/** What happens to the request while the customer is at the till, and after. */
interface At extends Stage {
  readonly tikkie: (action: string, args?: Record<string, unknown>) => Promise<void>;
  readonly until: Stage['until'];
}

interface Line {
  readonly title: string;
  readonly run: (at: At) => Promise<void>;
  readonly ends: string;
  readonly attention?: string;
  readonly says: string;
}

const lines: readonly Line[] = [
  {
    title: 'paid in full',
    run: (at) => at.tikkie('pay'),
    ends: 'booked/captured',
    says: 'booked_paid',
  },
  {
    title: 'paid twice at once',
    run: (at) => at.tikkie('pay', { times: 2 }),
    ends: 'booked/refund_due',
    attention: 'overpaid',
    says: 'booked_refund_due_partner',
  },
  {
    title: 'paid again when the tickets are there',
    run: async (at) => {
      await at.tikkie('pay');
      await at.rest();
      await at.tikkie('pay');
      await at.heart.check(at.id);
    },
    ends: 'booked/refund_due',
    attention: 'overpaid',
    says: 'booked_refund_due_partner',
  },
  {
    title: 'less than was asked for',
    run: (at) => at.tikkie('pay', { amount: 100 }),
    ends: 'released/refund_due',
    attention: 'refund_due',
    says: 'no_tickets_refund_due_partner',
  },
  {
    title: 'paid after the hold is gone',
    run: async (at) => {
      await at.until((checkout) => standingOf(checkout) === 'expired/none', 60 * MINUTE);
      await at.tikkie('pay');
    },
    ends: 'booked/captured',
    says: 'booked_paid',
  },
  ...['EXPIRED', 'CLOSED', 'MAX_YIELD_REACHED'].map((status) => ({
    title: `${status}, and nobody paid`,
    run: (at: At) => at.tikkie('status', { status }),
    ends: 'expired/none',
    says: 'expired_not_charged',
  })),
  {
    title: 'paid, and closed before anybody looked',
    run: async (at) => {
      await at.tikkie('pay');
      await at.tikkie('status', { status: 'MAX_SUCCESSFUL_PAYMENTS_REACHED' });
    },
    ends: 'booked/captured',
    says: 'booked_paid',
  },
  {
    title: 'a bank that takes its time, and says yes when the hold is gone',
    run: async (at) => {
      await at.tikkie('pay', { status: 'PENDING' });
      await at.until((checkout) => standingOf(checkout) === 'expired/pending', 60 * MINUTE);
      await at.tikkie('decide');
    },
    ends: 'booked/captured',
    says: 'booked_paid',
  },
  {
    title: 'a bank that takes its time, and says no',
    run: async (at) => {
      await at.tikkie('pay', { status: 'PENDING' });
      await at.until((checkout) => standingOf(checkout) === 'held/pending', 5 * MINUTE);
      await at.tikkie('decide', { status: 'NOT_PAID' });
    },
    ends: 'expired/none',
    says: 'link_open',
  },
  {
    title: 'an account that is blocked for a while, then paid',
    run: async (at) => {
      await at.tikkie('block');
      await at.until(() => false, MINUTE);
      await at.tikkie('block', { on: false });
      await at.tikkie('pay');
    },
    ends: 'booked/captured',
    says: 'booked_paid',
  },
  {
    title: 'nobody pays',
    run: async () => undefined,
    ends: 'expired/none',
    says: 'link_open',
  },
];

/** Musement’s orders have no end of their own, and nothing is taken from its stock before they are paid. */
const musement: SupplierUnderTest = {
  id: 'musement',
  provider: 'musement',
  env: { COLLECTORS: 'tikkie', TIKKIE_VERSION: '2' },
  options: [{ id: 'musement.no-payment:tikkie', moves: 'provider', challenges: false, again: true }],
  groups: (checkout) => [String(checkout.memo.cart), ...tikkieGroups(checkout)],
  choose: (supplier, events) =>
    requestOf(
      supplier,
      events.map((event) => ({ event })),
    ),
  plain: ['0101'],
  pair: ['0101', '0102'],
  details: CUSTOMER,
  calls: {},
  strange: {},
  behaviours: [],
};

/** A customer who has the link; the test does the rest. */
async function withLink(supplier: SupplierUnderTest, option: string, work: (at: At) => Promise<void>) {
  const way = supplier.options.find(({ id }) => id === option);
  if (!way) throw new Error(`${option} is not there`);
  await pool.use(async (sandbox) => {
    const url = databases.url();
    const store = await openStore(url);
    const set = await stage(sandbox, store, supplier, way);
    try {
      await hold(set);
      if (!(await toTheTill(set))) throw new Error('There is no link');
      const tikkie = async (action: string, args?: Record<string, unknown>) => {
        const checkout = await set.now();
        const attempt = checkout.attempts.find((one) => one.option === option);
        await sandbox.action('tikkie', action, externalIdOf(checkout, attempt?.id ?? ''), args);
      };
      await work({ ...set, tikkie });
      expect(await objections(set)).toEqual([]);
    } finally {
      await set.shop.heart.door.drained(5000);
      await store.close();
      databases.drop(url);
    }
  });
}

describe.concurrent('the truth about a payment request', () => {
  it.each(lines.map((line) => [line.title, line] as const))('%s', (_, { run, ends, attention, says }) =>
    withLink(ingressoUnderTest, 'ingresso.credit:tikkie', async (at) => {
      await run(at);
      const end = await at.rest();
      expect(standingOf(end)).toBe(ends);
      expect(end.attention?.code ?? null).toBe(attention ?? null);
      expect(messageOf(end, at.shop.clock.now()).code).toBe(says);
    }),
  );

  it('what version 2 was paid too much goes back by itself', () =>
    withLink(octoUnderTest, 'octo.external:tikkie', async (at) => {
      await at.tikkie('pay', { times: 2 });
      const end = await at.rest();
      expect(standingOf(end)).toBe('booked/captured');
      expect(end.money).toMatchObject([{ captured: 4300, refunded: 2150, refundDue: 0 }]);
      expect(end.attention).toBeNull();
    }));

  it.each([
    ['paid in full', {}, 'booked/captured'],
    ['paid twice', { times: 2 }, 'booked/captured'],
    ['less', { amount: 100 }, 'released/refunded'],
  ] as const)('with an order of Musement’s: %s', (_, args, ends) =>
    withLink(musement, 'musement.no-payment:tikkie', async (at) => {
      await at.tikkie('pay', args);
      const end = await at.rest();
      expect(standingOf(end)).toBe(ends);
      expect(end.attention).toBeNull();
    }),
  );

  it('what is owed is an operator’s until they have marked it', () =>
    withLink(ingressoUnderTest, 'ingresso.credit:tikkie', async (at) => {
      await at.tikkie('pay', { times: 2 });
      const { money } = await at.rest();
      const entry = money.find(({ refundDue }) => refundDue > 0);
      expect(entry?.reference).toMatch(/^[a-z0-9]{20}$/);
      await at.heart.markRefunded(at.id, entry?.key ?? '', 'ann', 'transferred by hand');
      const end = await at.now();
      expect(end.attention).toBeNull();
      expect(end.marks).toMatchObject([{ by: 'ann' }]);
    }));

  it('a second try has a request of its own, and the first is still looked at', () =>
    withLink(ingressoUnderTest, 'ingresso.credit:tikkie', async (at) => {
      await at.tikkie('status', { status: 'CLOSED' });
      await at.until((checkout) => checkout.attempts[0]?.status === 'declined', 5 * MINUTE);
      const again = await toTheTill(at);
      if (!again) throw new Error('There is no second try');
      await report(at, again, await pay(at, again, 'good'));
      const end = await at.rest();
      expect(standingOf(end)).toBe('booked/captured');
      expect(end.attempts).toHaveLength(2);
      expect((await at.sandbox.ledger()).charges.map(({ captured }) => captured)).toEqual([
        0,
        end.totals[0]?.due,
      ]);
    }));
});
