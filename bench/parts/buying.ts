import { ways } from '../buy';
import { buyThrough } from '../buy/through';
import { PHASES, type Way } from '../buy/types';
import { type Laps, timed, total } from '../measure/laps';
import { type Calls, callsTo } from '../measure/ledger';
import { batch } from '../measure/load';
import { median, spread } from '../measure/spread';
import { round, table } from '../text';

const TIMES = Number(process.env.BENCH_TIMES ?? 15);
const LANES = 8;

/** One way to buy, gone by turns through the shop and straight to the sandbox. */
interface Compared {
  readonly way: Way;
  readonly through: readonly Laps[];
  readonly straight: readonly Laps[];
  /** What the supplier was asked in one purchase. */
  readonly calls: { readonly through: Calls; readonly straight: Calls };
  readonly busy: { readonly through: string; readonly straight: string };
}

/** Whole purchases, from choosing to booked, for every option of every supplier. */
export async function buying(): Promise<string> {
  const all: Compared[] = [];
  for (const way of ways) all.push(await compare(way));
  const phases = PHASES.filter((phase) => phase !== 'choose');
  return `## Whole purchases

Choose, hold (with the customer's details), start to pay, pay at the provider, report and wait until it is booked:
${TIMES} purchases one at a time, by turns through the shop's API and by the same supplier calls made straight to the sandbox.
The customer's own part (choosing and paying) is the same in both. Whoever waits asks the shop when it says so
(\`Retry-After-Ms\`), and the sandbox every 25 ms. Times in ms; "between" is what the shop adds to the middle.

${table(
  [
    '',
    'through: p50',
    'p99',
    'straight: p50',
    'p99',
    'between',
    'acting calls: through',
    'straight',
    'reads: through',
  ],
  all.map(({ way, through, straight, calls }) => [
    `\`${way.option}\``,
    ...sums(through),
    ...sums(straight),
    median(through.map(total)) - median(straight.map(total)),
    String(calls.through.acting),
    String(calls.straight.acting),
    String(calls.through.reading),
  ]),
)}

What the supplier takes its time for, in both columns:

${all.map(({ way }) => `- \`${way.option}\`: ${way.waits}`).join('\n')}

Where the time goes (p50, through the shop / straight):

${table(
  ['', ...phases],
  all.map(({ way, through, straight }) => [
    `\`${way.option}\``,
    ...phases.map((phase) => `${middle(through, phase)} / ${middle(straight, phase)}`),
  ]),
)}

${LANES} customers at once, purchases a second:

${table(
  ['', 'through', 'straight'],
  all.map(({ way, busy }) => [`\`${way.option}\``, busy.through, busy.straight]),
)}`;
}

function sums(laps: readonly Laps[]): readonly number[] {
  const { p50, p99 } = spread(laps.map(total));
  return [p50, p99];
}

function middle(laps: readonly Laps[], phase: (typeof PHASES)[number]): string {
  return round(median(laps.map((lap) => lap[phase])));
}

async function compare(way: Way): Promise<Compared> {
  await buyThrough(way, () => undefined);
  await way.straight(() => undefined);
  const calls = {
    through: await counted(way, () => buyThrough(way, () => undefined)),
    straight: await counted(way, () => way.straight(() => undefined)),
  };
  const through: Laps[] = [];
  const straight: Laps[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    through.push(await timed((lap) => buyThrough(way, lap)));
    straight.push(await timed((lap) => way.straight(lap)));
  }
  const busy = {
    through: await busyWith(() => buyThrough(way, () => undefined)),
    straight: await busyWith(() => way.straight(() => undefined)),
  };
  return { way, through, straight, calls, busy };
}

async function counted({ supplier }: Way, buy: () => Promise<void>): Promise<Calls> {
  const before = await callsTo(supplier);
  await buy();
  const after = await callsTo(supplier);
  return { acting: after.acting - before.acting, reading: after.reading - before.reading };
}

/** Purchases a second, and those that failed where some did: on a machine with other work a supplier's answer comes late. */
async function busyWith(buy: () => Promise<void>): Promise<string> {
  const { perSecond, failed } = await batch(LANES * 5, LANES, buy);
  return failed > 0 ? `${round(perSecond)} (${failed} failed)` : round(perSecond);
}
