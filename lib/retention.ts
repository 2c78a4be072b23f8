import 'server-only';
import type { HeartClock } from './checkout/settle/deps';
import type { Foyer } from './foyer';

const DAY_MS = 24 * 3_600_000;

/** Not at once: a process that was just started has better things to do. */
const FIRST_MS = 60_000;

type Keeper = Pick<Foyer, 'config' | 'store' | 'log' | 'now'>;

/**
 * Cuts personal data once a day from checkouts that ended longer ago than configured. Every instance does: what one
 * has cut, the next does not find.
 */
export function startRetention(foyer: Keeper, clock: Pick<HeartClock, 'every'>): { stop(): void } {
  const days = foyer.config.app.retentionDays;
  if (days === null) return { stop: () => undefined };
  const run = () => void cut(foyer, days);
  const first = setTimeout(run, FIRST_MS);
  first.unref();
  const stopDaily = clock.every(DAY_MS, run);
  return {
    stop: () => {
      clearTimeout(first);
      stopDaily();
    },
  };
}

/** One round. A line of the log says that it ran, also when nothing was old enough. */
export async function cut({ store, log, now }: Keeper, days: number): Promise<void> {
  try {
    log.event('retention.done', { count: await store.forget(now() - days * DAY_MS) });
  } catch (fault) {
    log.fault('retention.failed', fault);
  }
}
