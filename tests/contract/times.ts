import { buy, hold, pay, report, standingOf, toTheTill } from '../support/customer';
import type { Stage } from './stage';
import { atTheForm, atTill, type Case } from './till';
import type { Behaviour, OptionUnderTest, SupplierUnderTest } from './types';

const MINUTE = 60_000;
const GONE = ['expired/none', 'released/none'];
/** Paid after the end: the tickets, or the money owed or returned. Never silence. */
const LATE = [
  'booked/captured',
  'booked/refund_due',
  ...GONE,
  ...['failed', 'expired', 'released'].flatMap((tickets) => [`${tickets}/refund_due`, `${tickets}/refunded`]),
];

/** The partner has the money of an old price before the supplier is asked to book: it goes back. */
const atOldPrice = (way: OptionUnderTest) => toPartner(way) && !way.askedFirst;

const toPartner = ({ moves, again }: OptionUnderTest) => moves === 'partner' || again === true;
const GIVEN_BACK = ['failed/refund_due', 'failed/refunded'];

/** The clock, and prices. */
export const inTime: readonly Case[] = [
  {
    title: 'the hold ends before the customer pays',
    byEnd: true,
    ends: GONE,
    run: async (at) => {
      await hold(at);
      await at.jump(untilEnd(await at.now()) + 1000);
      const refused = await at.heart.attempt(at.id, {
        id: `${at.id}-late`,
        option: at.option,
        client: { ip: null, userAgent: null, accept: null },
      });
      if (refused.ok) throw new Error('A hold that is over was offered for payment');
    },
  },
  {
    title: 'the hold ends, and the same is held again and paid',
    byEnd: true,
    ends: ['booked/captured'],
    run: async (at) => {
      await hold(at);
      await at.jump(untilEnd(await at.now()) + 1000);
      await at.until((checkout) => GONE.includes(standingOf(checkout)), 30 * MINUTE);
      await at.heart.hold(at.id);
      await buy(at);
    },
  },
  {
    title: 'pays in the last second of the hold',
    byEnd: true,
    only: atTill,
    ends: LATE,
    run: atTheForm(async (at, step) => {
      await at.jump(untilEnd(await at.now()) - 500);
      await report(at, step, await pay(at, step, 'good'));
    }),
  },
  {
    title: 'pays just after the hold ended, before anybody looked',
    byEnd: true,
    only: atTill,
    ends: LATE,
    run: atTheForm(async (at, step) => {
      await at.jump(untilEnd(await at.now()) + 2000);
      await pay(at, step, 'good');
    }),
  },
  {
    title: 'answers the bank a minute after the hold ended',
    byEnd: true,
    only: ({ challenges }) => challenges,
    ends: LATE,
    run: atTheForm(async (at, step) => {
      await pay(at, step, 'challenge-left');
      await at.until(() => false, untilEnd(await at.now()) + MINUTE);
      await pay(at, step, 'challenge-passed');
    }),
  },
  {
    title: 'pays a day after the hold was let go of',
    only: atTill,
    ends: LATE,
    run: atTheForm(async (at, step) => {
      await at.until(() => false, 24 * 60 * MINUTE);
      await report(at, step, await pay(at, step, 'good'));
    }),
  },
  {
    title: 'pays late, when nobody could let go of the hold',
    byEnd: true,
    only: atTill,
    ends: LATE,
    run: atTheForm(async (at, step) => {
      await at.spoil('release', { kind: 'status', when: 'before', status: 503, times: 10_000 });
      await at.until(() => false, untilEnd(await at.now()) + 20 * MINUTE);
      const data = await pay(at, step, 'good');
      await at.sandbox.faults.clear();
      await report(at, step, data);
    }),
  },
];

/** The price, where the supplier moves it. */
export const inPrice: readonly Case[] = [
  {
    title: 'the price rises before the till: the customer is asked, and pays it',
    only: ({ heldPriceStays }) => !heldPriceStays,
    ends: (way) => (atOldPrice(way) ? GIVEN_BACK : ['booked/captured']),
    run: async (at) => {
      const { totals } = await hold(at);
      if (at.supplier.dearer) await at.act(at.supplier.dearer);
      await buy(at);
      if (atOldPrice(at.way)) return;
      const after = (await at.now()).totals;
      if ((after[0]?.due ?? 0) <= (totals[0]?.due ?? 0)) throw new Error('The price did not rise');
    },
  },
  {
    title: 'the price rises at the form, and is paid as it was shown or not at all',
    only: atTill,
    ends: (way) => ['booked/captured', ...GONE, ...(toPartner(way) ? GIVEN_BACK : [])],
    run: atTheForm(async (at, step) => {
      if (at.supplier.dearer) await at.act(at.supplier.dearer);
      await report(at, step, await pay(at, step, 'good'));
    }),
  },
];

/** What the supplier's own events do. */
export function behaving(
  { behaviours }: SupplierUnderTest,
  { id }: OptionUnderTest,
): readonly (Case & { behaviour: Behaviour })[] {
  const fitting = behaviours.filter(({ option }) => option === undefined || option === id);
  return fitting.map((behaviour) => ({
    title: behaviour.title,
    ends: [behaviour.ends],
    behaviour,
    run: (at) => behaved(at, behaviour),
  }));
}

async function behaved(at: Stage, { before, after, refused, slow, attention }: Behaviour): Promise<void> {
  if (slow) at.hurry();
  const checkout = await hold(at);
  if (refused && checkout.refusals.length === 0) throw new Error('It was held, and should not have been');
  if (refused) return;
  if (before) await at.act(before);
  const step = await toTheTill(at);
  if (!step && atTill(at.way)) throw new Error('There is nothing to pay');
  if (step) await report(at, step, await pay(at, step, 'good'));
  if (after) {
    await at.until(() => false, 2 * MINUTE);
    await at.act(after);
  }
  const end = await at.rest();
  if ((end.attention?.code ?? null) !== (attention ?? null))
    throw new Error(`A person is called for ${end.attention?.code ?? 'nothing'}`);
}

function untilEnd(checkout: { expiresAt: number | null; createdAt: number }): number {
  return (checkout.expiresAt ?? checkout.createdAt) - checkout.createdAt;
}
