import { type Spread, spread } from './spread';

/** What a load run measured; times in milliseconds. */
export interface Measured extends Spread {
  readonly perSecond: number;
  readonly failed: number;
}

/** Calls `work` from `lanes` callers at once for some seconds. */
export async function load(seconds: number, lanes: number, work: () => Promise<boolean>): Promise<Measured> {
  const times: number[] = [];
  let failed = 0;
  const end = performance.now() + seconds * 1000;
  const begun = performance.now();
  const lane = async () => {
    while (performance.now() < end) {
      const at = performance.now();
      if (await work()) times.push(performance.now() - at);
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { ...spread(times), perSecond: times.length / ((performance.now() - begun) / 1000), failed };
}

/** Runs `count` pieces of work, `lanes` at once, and times each. */
export async function batch(
  count: number,
  lanes: number,
  work: (n: number) => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = [];
  let next = 0;
  let failed = 0;
  const begun = performance.now();
  const lane = async () => {
    while (next < count) {
      const n = next;
      next += 1;
      const at = performance.now();
      await work(n).then(
        () => times.push(performance.now() - at),
        (cause: unknown) => {
          failed += 1;
          console.error(cause instanceof Error ? cause.message : cause);
        },
      );
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { ...spread(times), perSecond: times.length / ((performance.now() - begun) / 1000), failed };
}
