/** Seconds between looks: eager at first, patient later. */
const STEPS = [1, 1, 2, 3, 5, 8, 15] as const;

/**
 * How long to wait before the next look, in milliseconds. The server's `Retry-After` is a floor. Jitter of ±20 %
 * keeps many tabs from asking in step.
 */
export function nextDelay(look: number, retryAfterMs: number, random: () => number): number {
  const seconds = STEPS[Math.min(look, STEPS.length - 1)] ?? 15;
  return Math.max(retryAfterMs, Math.round(seconds * 1000 * (0.8 + 0.4 * random())));
}

/** `Retry-After` in milliseconds; only the form in seconds is used here, anything else counts as none. */
export function retryAfter(header: string | null): number {
  const seconds = Number(header ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
}

export interface Rung {
  readonly afterMs: number;
  readonly text: string;
}

/** The sentence that holds after waiting this long: the last rung of the ladder that has been reached. */
export function rungAt(ladder: readonly Rung[], waitedMs: number): string {
  return ladder.reduce((text, rung) => (waitedMs >= rung.afterMs ? rung.text : text), '');
}
