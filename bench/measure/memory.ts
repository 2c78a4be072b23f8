import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';

/** What the shop's process holds, MB. `heap` is what is in use after collecting garbage: growth in it is a leak. */
export interface Memory {
  /** Resident, as the operating system sees it, garbage that V8 has not bothered to collect included. */
  readonly rss: number;
  readonly heap: number;
  readonly rssAfter: number;
}

const usage = z.object({ rss: z.number(), heapUsed: z.number() });
const weighed = z.object({ before: usage, after: usage });

/** Has the process collect its garbage and say what is left; `file` is where `probe.mjs` in it writes. */
export async function weigh(pid: number, file: string): Promise<Memory> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (let tries = 0; !existsSync(file); tries += 1) {
    if (tries > 600) throw new Error('The shop does not say what it holds');
    await new Promise((wake) => setTimeout(wake, 50));
  }
  const { before, after } = weighed.parse(JSON.parse(readFileSync(file, 'utf8')));
  const mb = (bytes: number) => bytes / 1024 ** 2;
  return { rss: mb(before.rss), heap: mb(after.heapUsed), rssAfter: mb(after.rss) };
}
