import type { Rung } from './poll-schedule';

/** Sentences by seconds waited, as the catalogue keeps them, made ready for `Poll`. `first` is said at once. */
export function ladderOf(first: string, later: Readonly<Record<string, string>>): Rung[] {
  const rungs = Object.entries(later).map(([seconds, text]) => ({ afterMs: Number(seconds) * 1000, text }));
  return [{ afterMs: 0, text: first }, ...rungs.sort((a, b) => a.afterMs - b.afterMs)];
}
