import { activeAttempt, ticketsOf } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import { buy, hold, pay, report, toTheTill, tryAgain } from '../support/customer';
import { FULL } from '../support/full';
import { ANSWER_MS } from '../support/shop';
import type { Spoil, Stage } from './stage';
import { atTill, type Case } from './till';
import { callsOf, type OptionUnderTest, type SpoiltVerb, type SupplierUnderTest } from './types';

/**
 * What is done after the shop gave up may meet what the customer began meanwhile, and take the tickets from under it. Which
 * of the two comes first is the machine's business; nothing is charged in either case, says the oracle.
 */
const LATE = 'no answer in time, work done late';

/** Everything that can happen to an answer. `times` beyond the HTTP client's own three tries. */
export const SPOILS: Readonly<Record<string, Spoil>> = {
  'connection cut before the work': { kind: 'drop', when: 'before' },
  'connection cut after the work': { kind: 'drop', when: 'after' },
  'cut again and again, work done': { kind: 'drop', when: 'after', times: 4 },
  [LATE]: { kind: 'delay', when: 'before', delayMs: ANSWER_MS + 150 },
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

/** What happens to answers most, and what is worst: with these each option's own calls are spoilt in CI. */
const COMMON: ReadonlySet<string> = new Set([
  'connection cut before the work',
  'connection cut after the work',
  LATE,
  '500 after the work',
  '502 as HTML, work done',
  'cut in the middle',
  'sent twice by a proxy',
]);

const ENDS = ['booked/captured'];
const LET_GO = ['expired/none', 'released/none'];

/** Each spoil on each of the verbs that this option calls; whatever was spoilt, the purchase ends as it should. */
export function troubles(supplier: SupplierUnderTest, option: OptionUnderTest): readonly Case[] {
  // What is the same for all of a supplier's options is spoilt with the first of them; with each, in every set-up, by `npm run test:full`.
  const every = FULL || (!supplier.setUp && supplier.options[0]?.id === option.id);
  const calls = every ? callsOf(supplier, option) : (option.calls ?? {});
  const list: Case[] = [];
  for (const [title, spoil] of Object.entries(SPOILS)) {
    if (!every && !COMMON.has(title)) continue;
    const spoilt = (verb: SpoiltVerb, ends: Case['ends'], run: Case['run']) => {
      if (calls[verb]) list.push({ title: `${verb}: ${title}`, ends, run });
    };
    spoilt('hold', ENDS, (at) => spoiltHold(at, spoil));
    spoilt('start', title === LATE ? [...ENDS, ...LET_GO] : ENDS, (at) =>
      atTill(option) ? spoiltStart(at, spoil) : spoiltWhole(at, spoil),
    );
    spoilt('advance', ENDS, (at) => spoiltAdvance(at, spoil));
    spoilt('book', ENDS, (at) => spoiltFirst(at, 'book', spoil));
    if (atTill(option)) spoilt('check', ENDS, (at) => spoiltCheck(at, spoil));
    spoilt('release', LET_GO, (at) => spoiltRelease(at, spoil));
  }
  if (!atTill(option)) return list;
  const moon: Spoil = { kind: 'mutate', mutate: { ...supplier.strange }, times: 5 };
  list.push({ title: 'check: a state that nobody knows', ends: ENDS, run: (at) => spoiltCheck(at, moon) });
  list.push({
    title: 'at the form: a state that nobody knows',
    ends: [...ENDS, ...LET_GO],
    run: (at) => doubted(at, moon),
  });
  // Paid to the partner, the supplier's hold may end before it can be told: then the money goes back.
  const back = option.again ? ['expired/refunded', 'expired/refund_due'] : [];
  list.push({
    title: 'an hour without answers after paying',
    ends: [...ENDS, ...back],
    run: (at) => outage(at),
  });
  return list;
}

async function spoiltFirst(at: Stage, verb: SpoiltVerb, spoil: Spoil): Promise<void> {
  await at.spoil(verb, spoil);
  await buy(at);
}

/** Whoever is told that it did not work asks again once the supplier is back. */
async function spoiltWhole(at: Stage, spoil: Spoil): Promise<void> {
  await hold(at);
  await at.spoil('start', spoil);
  await toTheTill(at);
  await at.until((now) => !isMoving(now) && activeAttempt(now) === null, 600_000);
  await at.sandbox.faults.clear();
  await tryAgain(at);
}

/** Where a hold is not asked for twice by itself, the customer is told that it failed, and asks again. */
async function spoiltHold(at: Stage, spoil: Spoil): Promise<void> {
  await at.spoil('hold', spoil);
  for (let tries = 0; tries < 20; tries += 1) {
    const { refusals } = await hold(at);
    if (refusals.length === 0) break;
    if (tries > 0) await at.sandbox.faults.clear();
    await at.heart.hold(at.id);
  }
  await buy(at);
}

async function spoiltStart(at: Stage, spoil: Spoil): Promise<void> {
  await hold(at);
  await at.spoil('start', spoil);
  const step = await toTheTill(at);
  // The page says that nobody answers; the customer tries again, with the same hold or a new one.
  const form = step ?? (await tryAgain(at)) ?? (await onceItIsBack(at));
  if (!form) throw new Error('There is no way to pay any more');
  await report(at, form, await pay(at, form, 'good'));
}

async function onceItIsBack(at: Stage) {
  await at.sandbox.faults.clear();
  return tryAgain(at);
}

/** What the customer brought back may be lost on its way: they are asked again, and pay once. */
async function spoiltAdvance(at: Stage, spoil: Spoil): Promise<void> {
  await hold(at);
  const step = await toTheTill(at);
  if (!step) throw new Error('There is nothing to pay');
  const data = await pay(at, step, 'good');
  await at.spoil('advance', spoil);
  await report(at, step, data);
  const seen = await at.until((now) => activeAttempt(now)?.status !== 'unknown' && !isMoving(now), 600_000);
  if (ticketsOf(seen) === 'booked') return;
  await at.sandbox.faults.clear();
  const again = await tryAgain(at);
  if (again) await report(at, again, await pay(at, again, 'good'));
}

const isMoving = (checkout: Checkout) => ['attempting', 'unknown'].includes(ticketsOf(checkout));

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
  if (atTill(at.way)) await toTheTill(at);
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
