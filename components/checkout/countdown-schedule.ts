/** Seconds before the end at which the time left is spoken. */
export const SPOKEN = [600, 300, 120, 60, 30] as const;

/** From here on the page warns. */
export const SOON = 120;

/** From here on more time is offered, where there is more to give. Before that nobody needs it. */
export const OFFER_MORE = SPOKEN[0];

/** Whole seconds left, rounded up so that nobody loses one, and never below zero. */
export function secondsLeft(expiresAtMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((expiresAtMs - nowMs) / 1000));
}

/** `14:05`, or `1:02:03` from an hour on. */
export function clockText(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/**
 * The mark that was passed between two readings of the clock, or null. After a gap (a sleeping tab) only the
 * latest one passed counts, so that a screen reader does not hear old news.
 */
export function markPassed(before: number, after: number): number | null {
  return SPOKEN.filter((mark) => before > mark && after <= mark).at(-1) ?? null;
}
