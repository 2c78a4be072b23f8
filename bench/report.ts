import type { Bytes } from './bytes';
import type { Measured } from './load';
import type { Memory } from './memory';
import { ROUND } from './soak';
import type { Waiting } from './waiting';

export interface Results {
  readonly machine: string;
  readonly coldStartMs: number;
  readonly memory: { readonly idle: Memory; readonly loaded: Memory; readonly rounds: readonly Memory[] };
  readonly reads: Readonly<Record<string, Measured>>;
  readonly purchases: Readonly<Record<string, Measured>>;
  readonly waiting: Waiting;
  readonly screen: Measured;
  readonly bytes: readonly Bytes[];
}

/** The results as the page docs/benchmarks.md. */
export function report(results: Results): string {
  const { waiting, screen } = results;
  return `# Benchmarks

Written by \`npm run bench\` on ${results.machine}. Shop, sandbox, load and browser share this machine, so read the
figures as ratios to the baselines measured in the same run.

## Reading

16 callers at once.

${table(results.reads)}

## Whole purchases

Pick, hold, details, pay, booked. The supplier takes about 0.7 s to book after the webhook, which itself comes 0.3 s
after the payment: both columns wait for that.

${table(results.purchases)}

## Waiting

${waiting.visitors} visitors wait on ${waiting.checkouts} paid checkouts for ${waiting.seconds} s, as the page polls: ${waiting.shopReads} reads of the
shop (${waiting.unchanged} of them answered 304, ${waiting.failed} failed), ${waiting.supplierReads} reads of the supplier, which is ${round(waiting.supplierReads / waiting.checkouts / waiting.seconds)} a second and checkout.

From the supplier's commit to the tickets on screen: ${round(screen.p50)} ms (p50), ${round(screen.p99)} ms (slowest of the run).

## Process

Cold start to ready: ${round(results.coldStartMs)} ms.

Memory in MB. What the heap holds after a collection tells of leaks; resident memory also counts garbage that V8 has
not collected yet because there was room (\`NODE_OPTIONS=--max-old-space-size=…\` gives it less). The rounds are equal:
${ROUND.reads} reads of a checkout, ${ROUND.pages} pages, ${ROUND.purchases} purchases each.

| | heap after GC | resident after GC | resident before it |
|---|---|---|---|
${weights(results.memory)}

## Bytes

As sent, compressed, on a first visit; from the shop's own origin.

| page | scripts, kB | everything, kB |
|---|---|---|
${results.bytes.map(({ page, scriptsKb, totalKb }) => `| ${page} | ${scriptsKb} | ${totalKb} |`).join('\n')}
`;
}

function weights({ idle, loaded, rounds }: Results['memory']): string {
  const rows: readonly (readonly [string, Memory])[] = [
    ['idle', idle],
    ['after all of the above', loaded],
    ...rounds.map((memory, index) => [`after round ${index + 1} of a soak`, memory] as const),
  ];
  return rows
    .map(
      ([name, { heap, rss, rssAfter }]) =>
        `| ${name} | ${round(heap)} | ${round(rssAfter)} | ${round(rss)} |`,
    )
    .join('\n');
}

function table(rows: Readonly<Record<string, Measured>>): string {
  const lines = Object.entries(rows).map(
    ([name, { perSecond, p50, p99, failed }]) =>
      `| ${name} | ${round(perSecond)} | ${round(p50)} | ${round(p99)} | ${failed} |`,
  );
  return ['| | a second | p50, ms | p99, ms | failed |', '|---|---|---|---|---|', ...lines].join('\n');
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}
