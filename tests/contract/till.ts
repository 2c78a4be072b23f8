import type { PlacedStep } from '@/lib/checkout/model';
import { buy, hold, pay, report, standingOf, toTheTill, tryAgain } from '../support/customer';
import type { Stage } from './stage';
import type { OptionUnderTest, SupplierUnderTest } from './types';

/** One way to behave, or to be treated, and where that ends: `tickets/money`. */
export interface Case {
  readonly title: string;
  readonly ends: readonly string[] | ((way: OptionUnderTest) => readonly string[]);
  /** Which options it makes sense for; absent: all. */
  readonly only?: (way: OptionUnderTest) => boolean;
  /** It is about the end of a hold. */
  readonly byEnd?: true;
  readonly run: (at: Stage) => Promise<void>;
}

const BOOKED = ['booked/captured'];
const GONE = ['expired/none', 'released/none'];

/** The customer has something to do at the till. */
export const atTill = ({ moves }: OptionUnderTest) => moves !== 'partner';
const challenged = ({ challenges }: OptionUnderTest) => challenges;

/** Holds and goes to pay; `act` begins where the form or the way to the bank is open. */
export const atTheForm =
  (act: (at: Stage, step: PlacedStep) => Promise<void>) =>
  async (at: Stage): Promise<void> => {
    await hold(at);
    const step = await toTheTill(at);
    if (step) await act(at, step);
  };

/** At the till: what customers and their banks do. */
export const atTheTill: readonly Case[] = [
  { title: 'pays', ends: BOOKED, run: (at) => buy(at) },
  {
    title: 'pays, and the page dies before it reports',
    // Where only the customer's answer moves money, nothing has moved.
    ends: ({ moves }) => (moves === 'provider' ? BOOKED : GONE),
    only: atTill,
    run: atTheForm(async (at, step) => {
      await pay(at, step, 'good');
    }),
  },
  {
    title: 'pays, and the page reports five times at once, and again later',
    ends: BOOKED,
    only: atTill,
    run: atTheForm(async (at, step) => {
      const data = await pay(at, step, 'good');
      await Promise.all(Array.from({ length: 5 }, () => report(at, step, data)));
      await at.rest();
      await report(at, step, data);
    }),
  },
  { title: 'is declined, then pays', ends: BOOKED, only: atTill, run: (at) => twice(at, 'declined') },
  {
    title: 'passes the bank’s question',
    ends: BOOKED,
    only: challenged,
    run: (at) => buy(at, 'challenge-passed'),
  },
  {
    title: 'fails the bank’s question, then pays',
    ends: BOOKED,
    only: challenged,
    run: (at) => twice(at, 'challenge-failed'),
  },
  {
    title: 'closes the bank’s question, then pays',
    ends: BOOKED,
    only: challenged,
    run: (at) => twice(at, 'challenge-closed'),
  },
  {
    title: 'leaves the bank’s question open',
    ends: GONE,
    only: challenged,
    run: (at) => buy(at, 'challenge-left'),
  },
  { title: 'is declined and leaves', ends: GONE, only: atTill, run: (at) => buy(at, 'declined') },
  {
    title: 'is declined again and again: a card tester',
    ends: GONE,
    only: atTill,
    run: async (at) => {
      await hold(at);
      for (let tries = 0; tries < 7; tries += 1) {
        const step = await tryAgain(at);
        if (step) await report(at, step, await pay(at, step, 'declined'));
      }
    },
  },
  {
    title: 'clicks twice and in two tabs',
    // A link takes money as often as somebody pays; what is too much goes back.
    ends: ({ again }) => (again ? [...BOOKED, 'booked/refund_due', 'booked/refunded'] : BOOKED),
    run: async (at) => {
      await hold(at);
      const steps = await Promise.all([toTheTill(at), toTheTill(at), toTheTill(at)]);
      const paid = await Promise.all(
        steps.map(async (step) => (step ? report(at, step, await pay(at, step, 'good')) : null)),
      );
      if (paid.length !== 3) throw new Error('unreachable');
    },
  },
  { title: 'leaves before paying', ends: GONE, run: async (at) => void (await hold(at)) },
  {
    title: 'leaves at the form',
    ends: GONE,
    only: atTill,
    run: atTheForm(async () => undefined),
  },
  {
    title: 'lets go at the form',
    ends: ['released/none'],
    only: atTill,
    run: atTheForm(async (at) => {
      await at.heart.release(at.id);
    }),
  },
  {
    title: 'lets go in one tab and pays in the other, at once',
    only: atTill,
    ends: [...BOOKED, ...GONE, 'released/refund_due', 'expired/refund_due', 'failed/refund_due'],
    run: atTheForm(async (at, step) => {
      const [, data] = await Promise.all([at.heart.release(at.id), pay(at, step, 'good')]);
      await report(at, step, data);
    }),
  },
  {
    title: 'lets go, holds the same again, and pays',
    ends: BOOKED,
    only: atTill,
    run: async (at) => {
      await hold(at);
      await toTheTill(at);
      await at.heart.release(at.id);
      const gone = await at.until((checkout) => standingOf(checkout) === 'released/none', 60_000);
      if (standingOf(gone) !== 'released/none') throw new Error(`It is ${standingOf(gone)}`);
      await at.heart.hold(at.id);
      await buy(at);
    },
  },
];

/** Where a case may end with this supplier: whoever only leaves a hold that has no end finds it again. */
export function endsOf(
  { ends }: Case,
  { endless }: SupplierUnderTest,
  option: OptionUnderTest,
): readonly string[] {
  const listed = typeof ends === 'function' ? ends(option) : ends;
  return endless && listed.includes('expired/none') ? [...listed, 'held/none'] : listed;
}

async function twice(at: Stage, first: Parameters<typeof pay>[2]): Promise<void> {
  await buy(at, first);
  const step = await tryAgain(at);
  if (!step) throw new Error('There is no second try');
  await report(at, step, await pay(at, step, 'good'));
}
