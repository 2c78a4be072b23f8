import type { HeartDeps } from './settle/deps';
import type { Door } from './settle/door';

const POLL_MS = 1000;
const BATCH = 25;

/** How long a wake-up waits for settle to rest; slow work goes on without it. */
const PATIENCE_MS = 5000;

/**
 * Wakes checkouts whose time has come: holds that lapse, payments whose page died, leases whose holder was killed.
 * The checkout is the job, so any number of instances may sweep; the lease lets one of them settle. What this process
 * put to rest for less than a sweep it wakes by itself, on time: customers are looking at those.
 */
export function startSweeper(deps: HeartDeps, door: Door): { stop(): void } {
  let stopped = false;
  let busy = false;
  const soon = new Map<string, number>();
  const sweep = async () => {
    if (busy || stopped) return;
    busy = true;
    try {
      const due = await deps.store.due(deps.clock.now(), BATCH);
      await Promise.all(due.map((id) => door.settle(id, PATIENCE_MS)));
    } catch {
      deps.log('sweeper.store_away', {});
    } finally {
      busy = false;
    }
  };
  door.wakes((id, dueAt) => {
    const wait = dueAt - deps.clock.now();
    const planned = soon.get(id);
    if (stopped || wait >= POLL_MS || (planned !== undefined && planned <= dueAt)) return;
    soon.set(id, dueAt);
    // Timers may be early by a part of a millisecond, and who comes early is sent away until the next look.
    void deps.clock.sleep(Math.max(0, wait) + 1).then(() => {
      if (soon.get(id) !== dueAt) return;
      soon.delete(id);
      if (!stopped) void door.settle(id, PATIENCE_MS);
    });
  });
  const stop = deps.clock.every(POLL_MS, () => void sweep());
  return {
    stop: () => {
      stopped = true;
      soon.clear();
      stop();
    },
  };
}
