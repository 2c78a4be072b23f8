import { buy, hold, pay, report, toTheTill } from '../support/customer';
import { ANSWER_MS } from '../support/shop';
import type { Spoil, Stage } from './stage';
import type { Case } from './till';
import type { SpoiltVerb, SupplierUnderTest } from './types';

/** Everything that can happen to an answer. `times` beyond the HTTP client's own three tries. */
export const SPOILS: Readonly<Record<string, Spoil>> = {
  'connection cut before the work': { kind: 'drop', when: 'before' },
  'connection cut after the work': { kind: 'drop', when: 'after' },
  'cut again and again, work done': { kind: 'drop', when: 'after', times: 4 },
  'no answer in time, work done late': { kind: 'delay', when: 'before', delayMs: ANSWER_MS + 150 },
  'no answer in time, work done': { kind: 'delay', when: 'after', delayMs: ANSWER_MS + 150 },
  '500 before the work': { kind: 'status', when: 'before', status: 500, times: 4 },
  '500 after the work': { kind: 'status', when: 'after', status: 500, times: 4 },
  '503 for a while': { kind: 'status', when: 'before', status: 503, times: 8 },
  '502 as HTML, work done': { kind: 'html', when: 'after' },
  '200 as HTML': { kind: 'html', when: 'after', status: 200 },
  'cut in the middle': { kind: 'truncate', when: 'after' },
  'fields that nobody knows': {
    kind: 'mutate',
    mutate: { surprise: { nested: [1, 'two', null] }, __proto: 'x' },
    times: 3,
  },
  'asked too often': { kind: 'status', when: 'before', status: 429 },
  'sent twice by a proxy': { kind: 'duplicate' },
};

const ENDS = ['booked/captured'];
const LET_GO = ['expired/none', 'released/none'];

/** Each spoil on each of the supplier's verbs that has calls; whatever was spoilt, the purchase ends as it should. */
export function troubles({ calls, strange }: SupplierUnderTest): readonly Case[] {
  const list: Case[] = [];
  for (const [title, spoil] of Object.entries(SPOILS)) {
    if (calls.hold)
      list.push({ title: `hold: ${title}`, ends: ENDS, run: (at) => spoiltFirst(at, 'hold', spoil) });
    if (calls.start) list.push({ title: `start: ${title}`, ends: ENDS, run: (at) => spoiltStart(at, spoil) });
    list.push({ title: `check: ${title}`, ends: ENDS, run: (at) => spoiltCheck(at, spoil) });
    if (calls.release)
      list.push({ title: `release: ${title}`, ends: LET_GO, run: (at) => spoiltRelease(at, spoil) });
  }
  const moon: Spoil = { kind: 'mutate', mutate: { ...strange }, times: 5 };
  list.push({ title: 'check: a state that nobody knows', ends: ENDS, run: (at) => spoiltCheck(at, moon) });
  list.push({
    title: 'at the form: a state that nobody knows',
    ends: [...ENDS, ...LET_GO],
    run: (at) => doubted(at, moon),
  });
  list.push({ title: 'an hour without answers after paying', ends: ENDS, run: (at) => outage(at) });
  return list;
}

async function spoiltFirst(at: Stage, verb: SpoiltVerb, spoil: Spoil): Promise<void> {
  await at.spoil(verb, spoil);
  await buy(at);
}

async function spoiltStart(at: Stage, spoil: Spoil): Promise<void> {
  await hold(at);
  await at.spoil('start', spoil);
  const step = await toTheTill(at);
  // The page says that nobody answers; the customer tries again.
  const form = step ?? (await toTheTill(at));
  if (!form) throw new Error('There is no way to pay any more');
  await report(at, form, await pay(at, form, 'good'));
}

async function spoiltCheck(at: Stage, spoil: Spoil): Promise<void> {
  await hold(at);
  const step = await toTheTill(at);
  if (!step) throw new Error('There is nothing to pay');
  const data = await pay(at, step, 'good');
  await at.spoil('check', spoil);
  await report(at, step, data);
}

async function spoiltRelease(at: Stage, spoil: Spoil): Promise<void> {
  await hold(at);
  await toTheTill(at);
  await at.spoil('release', spoil);
  await at.heart.release(at.id);
}

/** The customer looks again while the supplier talks nonsense, and pays once it has stopped. */
async function doubted(at: Stage, spoil: Spoil): Promise<void> {
  await hold(at);
  await toTheTill(at);
  await at.spoil('check', { ...spoil, times: 2 });
  await at.heart.check(at.id);
  await at.until((checkout) => checkout.attempts.at(-1)?.status === 'open', 60_000);
  const step = await toTheTill(at);
  if (step) await report(at, step, await pay(at, step, 'good'));
}

async function outage(at: Stage): Promise<void> {
  await hold(at);
  const step = await toTheTill(at);
  if (!step) throw new Error('There is nothing to pay');
  const data = await pay(at, step, 'good');
  await at.spoil('check', { kind: 'status', when: 'before', status: 503, times: 10_000 });
  await report(at, step, data);
  await at.until(() => false, 3_600_000);
  await at.sandbox.faults.clear();
}
