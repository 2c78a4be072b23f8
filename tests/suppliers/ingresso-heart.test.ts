import { describe, expect, it } from 'vitest';
import { ingressoUnderTest } from '../contract/ingresso';
import { objections, type Stage, stage } from '../contract/stage';
import { arrival, walk } from '../contract/walk';
import { hold, pay, report, standingOf, toTheTill } from '../support/customer';
import type { ShopOptions } from '../support/shop';
import { onStage, sandbox, store } from '../support/stage-set';
import { requestOf } from './ingresso-shop';

/** What only shows with a heart: who comes back how often, changes that are accepted, and time. */

onStage('ingresso');

const at = (
  option: string,
  events: readonly string[] = ['6IF'],
  checkpoint?: ShopOptions['checkpoint'],
): Promise<Stage> => {
  const way = ingressoUnderTest.options.find(({ id }) => id === option);
  if (!way) throw new Error(`No option ${option}`);
  return stage(sandbox, store, ingressoUnderTest, way, events, checkpoint);
};

const callsTo = async (path: RegExp) =>
  (await sandbox.ledger()).calls.filter((call) => path.test(call.path)).length;

/** To the payment page and back, without having come back. */
async function arrived(customer: Stage) {
  await hold(customer);
  const step = await toTheTill(customer);
  if (step?.kind !== 'redirect') throw new Error(`Nowhere to go: ${JSON.stringify(step)}`);
  return arrival.parse(await walk(step, 'good'));
}

describe('a return', () => {
  it('that comes fifty times at once makes one callback', async () => {
    const customer = await at('ingresso.redirect');
    const { token, params } = await arrived(customer);
    const back = () => customer.heart.returned(token, params as never);
    await Promise.all(Array.from({ length: 50 }, back));
    const end = await customer.rest();
    expect(standingOf(end)).toBe('booked/captured');
    expect(await callsTo(/callback/)).toBe(1);
    await back();
    expect(await callsTo(/callback/)).toBe(1);
    expect(await objections(customer)).toEqual([]);
  });

  it('ten minutes later finishes the purchase all the same', async () => {
    const customer = await at('ingresso.redirect');
    const { token, params } = await arrived(customer);
    await customer.jump(10 * 60_000);
    await customer.heart.returned(token, params as never);
    expect(standingOf(await customer.rest())).toBe('booked/captured');
  });

  it.each(['before-call', 'after-call'] as const)(
    'is finished by the next process, when one dies with it (%s)',
    async (where) => {
      let deaths = 0;
      // The intent is written and nothing after it, as when the process is killed.
      const customer = await at('ingresso.redirect', ['6IF'], async (point, verb) => {
        if (point !== where || verb !== 'advance' || deaths > 0) return;
        deaths += 1;
        throw new Error('killed');
      });
      const { token, params } = await arrived(customer);
      // The customer has done all that there was to do, and is not asked for it again.
      await customer.heart.returned(token, params as never);
      expect(standingOf(await customer.rest())).toBe('booked/captured');
      expect([deaths, await callsTo(/callback/)]).toEqual([1, 1]);
      expect(await objections(customer)).toEqual([]);
    },
  );

  it('of Ingresso’s own, without anything in it, ends the payment of a customer who stayed away', async () => {
    const customer = await at('ingresso.redirect');
    const { token } = await arrived(customer);
    await customer.heart.returned(token, { query: [], body: [], referer: null });
    const end = await customer.rest();
    expect(standingOf(end)).toBe('expired/none');
    expect(await objections(customer)).toEqual([]);
  });
});

describe('a payment that is left', () => {
  it('is ended by an operator’s timeout callback', async () => {
    const customer = await at('ingresso.redirect');
    await arrived(customer);
    await customer.heart.operate(customer.id, {
      act: 'timeout-callback',
      itemIds: [],
      by: 'operator',
      reason: 'left',
    });
    expect(standingOf(await customer.rest())).toBe('expired/none');
    expect((await sandbox.ledger()).holds.filter(({ status }) => status === 'held')).toEqual([]);
  });

  it('for another way to pay holds the same seats anew, and pays once', async () => {
    const customer = await at('ingresso.redirect');
    await arrived(customer);
    const other = { ...customer, option: 'ingresso.stripe' };
    const step = await toTheTill(other);
    if (step?.kind !== 'pay') throw new Error(`Not to be paid: ${JSON.stringify(step)}`);
    await report(other, step, await pay(other, step, 'good'));
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    expect((await sandbox.ledger()).charges.filter(({ captured }) => captured > 0).length).toBe(1);
  });
});

describe('an operator', () => {
  /** Not until all is at rest: who is owed money is looked after for a month. */
  const carriedOut = (customer: Stage) => customer.until(({ order }) => order === null, 60_000);

  it('books on credit what the partner was paid for, and nothing for less', async () => {
    const customer = await at('ingresso.credit:invoice');
    const { totals, reference } = await hold(customer);
    const [total] = totals;
    if (!total) throw new Error('Nothing is due');
    const book = (amount: number) =>
      customer.heart.bookFor(customer.id, {
        option: 'ingresso.credit',
        received: { amount, currency: total.currency, reference },
        by: 'operator',
        reason: 'paid at the desk',
      });
    expect(await book(total.due - 1)).toMatchObject({ ok: false });
    expect(await callsTo(/purchase/)).toBe(0);
    expect((await book(total.due)).ok).toBe(true);
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    expect(await callsTo(/purchase/)).toBe(1);
    expect(await objections(customer)).toEqual([]);
  });

  it('cancels what may be cancelled, with all that must go along, and what was paid is owed', async () => {
    const plain = await at('ingresso.stripe');
    const verbs = plain.shop.deps.suppliers.get('ingresso');
    if (!verbs) throw new Error('Ingresso is not switched on');
    // Of one ticketing system, which cancels whole orders only.
    const request = await requestOf(verbs, [{ event: '6IF' }, { event: '6IE', weekday: 3 }]);
    const customer = { ...plain, request };
    await hold(customer);
    const step = await toTheTill(customer);
    if (step) await report(customer, step, await pay(customer, step, 'good'));
    await customer.rest();
    const cancel = async (...itemIds: string[]) => {
      const order = { act: 'cancel', itemIds, by: 'operator', reason: 'asked for' } as const;
      await customer.heart.operate(customer.id, order);
      return (await carriedOut(customer)).marks.at(-1)?.what;
    };
    expect(await cancel('1')).toBe('cancel refused: only together with 2');
    expect(standingOf(await customer.now())).toBe('booked/captured');
    expect(await cancel('1', '2')).toBe('cancelled 1, 2');
    expect(standingOf(await customer.now())).toBe('released/refund_due');
    expect(await objections(customer)).toEqual([]);
  });

  it.each([
    ['after', 'released/refund_due'],
    ['before', 'booked/captured'],
  ] as const)('whose cancellation loses its answer %s the work is told how it ended', async (when, ends) => {
    const customer = await at('ingresso.stripe');
    await hold(customer);
    const step = await toTheTill(customer);
    if (step) await report(customer, step, await pay(customer, step, 'good'));
    await customer.rest();
    await sandbox.fault({ provider: 'ingresso', call: 'POST /f13/cancel.v1', kind: 'drop', when });
    const order = { act: 'cancel', itemIds: ['1'], by: 'operator', reason: 'asked for' } as const;
    await customer.heart.operate(customer.id, order);
    const end = await carriedOut(customer);
    expect(standingOf(end)).toBe(ends);
    expect(end.marks.at(-1)?.what).toMatch(/no answer/);
    expect(await callsTo(/cancel/)).toBe(1);
    expect(await objections(customer)).toEqual([]);
  });
});
