import { ways } from '../buy';
import { buyThrough } from '../buy/through';
import type { Memory } from '../measure/memory';
import { ROUND, soak } from '../measure/soak';
import { median } from '../measure/spread';
import { round, table } from '../text';
import { holder, reader } from './reading';
import type { Hall } from './types';

const ROUNDS = 4;

/** What the process takes to start, what it holds, and whether that grows with the same work done again. */
export async function running({ stage, idle }: Hall): Promise<string> {
  const loaded = await stage.memory();
  const { visitor, id } = await holder();
  const rounds = await soak(
    ROUNDS,
    {
      read: reader(visitor, `/api/checkouts/${id}`),
      page: reader(visitor, `/checkout/${id}`),
      purchase: (n) => {
        const way = ways[n % ways.length];
        return way ? buyThrough(way, () => undefined) : Promise.resolve();
      },
    },
    stage.memory,
  );
  const rows: readonly (readonly [string, Memory])[] = [
    ['idle', idle],
    ['after all of the above', loaded],
    ...rounds.map((memory, index) => [`after round ${index + 1}`, memory] as const),
  ];
  return `## Process

Cold start to ready: ${round(median(stage.coldStartsMs))} ms (middle of ${stage.coldStartsMs.length}; from starting Node to the first answer of \`/api/ready\`, database and migrations included).

Memory in MB. What the heap holds after a collection tells of leaks; resident memory also counts garbage that V8 has
not collected yet because there was room (\`NODE_OPTIONS=--max-old-space-size=…\` gives it less). The rounds are equal:
${ROUND.reads.toLocaleString('en-GB')} reads of a checkout, ${ROUND.pages} pages, ${ROUND.purchases} purchases by turns of every way above.

${table(
  ['', 'heap after GC', 'resident after GC', 'resident before it'],
  rows.map(([name, { heap, rss, rssAfter }]) => [name, heap, rssAfter, rss]),
)}`;
}
