/** Seconds between looks: about a quarter of the time that was waited already, as the server asks the supplier. */
const STEPS = [0.25, 0.25, 0.25, 0.3, 0.4, 0.5, 0.7, 1, 1.5, 2, 3, 5, 8, 15] as const;

/**
 * How long to wait before the next look, in milliseconds. What the server asks for is a floor: it knows when there will
 * be news. So where our own step is not much longer, its word alone counts. Jitter keeps many tabs from asking in step.
 */
export function nextDelay(look: number, retryAfterMs: number, random: () => number): number {
  const step = (STEPS[Math.min(look, STEPS.length - 1)] ?? 15) * 1000;
  if (step < 2 * retryAfterMs) return Math.round(retryAfterMs * (1 + 0.1 * random()));
  return Math.round(step * (0.8 + 0.4 * random()));
}

/**
 * When the server wants to be asked again, in milliseconds: `Retry-After-Ms`, or `Retry-After`, of which only the form
 * in seconds is used here. Anything else counts as none.
 */
export function retryAfter(headers: Pick<Headers, 'get'>): number {
  const precise = headers.get('retry-after-ms');
  const ms = precise === null ? Number(headers.get('retry-after') ?? '') * 1000 : Number(precise);
  return Number.isFinite(ms) && ms > 0 ? ms : 0;
}

export interface Rung {
  readonly afterMs: number;
  readonly text: string;
}

/** The sentence that holds after waiting this long: the last rung of the ladder that has been reached. */
export function rungAt(ladder: readonly Rung[], waitedMs: number): string {
  return ladder.reduce((text, rung) => (waitedMs >= rung.afterMs ? rung.text : text), '');
}
