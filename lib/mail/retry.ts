const MINUTE = 60_000;

/** About two days of trying. */
const MAX_TRIES = 14;

/** Later than any clock. The mail stays in the outbox, so that its key is never used again. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** When to try again after the given number of tries: half a minute, then four times as long each time, up to six hours. */
export function retryAt(tries: number, now: number): number {
  if (tries >= MAX_TRIES) return NEVER;
  return now + Math.min(360 * MINUTE, 0.5 * MINUTE * 4 ** (tries - 1));
}
