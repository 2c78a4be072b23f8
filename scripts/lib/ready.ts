import type { ChildProcess } from 'node:child_process';

/** Waits until an address answers 2xx; throws when `child` ends first or the time is up. */
export async function untilReady(url: string, child: ChildProcess, limitMs = 90_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    if (child.exitCode !== null)
      throw new Error(`The program behind ${url} ended with code ${child.exitCode}.`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`${url} did not answer within ${limitMs / 1000} seconds.`);
}
