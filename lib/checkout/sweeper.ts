import type { HeartDeps } from './settle/deps';
import type { Door } from './settle/door';

const POLL_MS = 1000;
const BATCH = 25;

/**
 * Wakes checkouts whose time has come: holds that lapse, payments whose page died, leases whose holder was killed.
 * The checkout is the job, so any number of instances may sweep; the lease lets one of them settle.
 */
export function startSweeper(deps: HeartDeps, door: Door): { stop(): void } {
  let stopped = false;
  let busy = false;
  const sweep = async () => {
    if (busy || stopped) return;
    busy = true;
    try {
      const due = await deps.store.due(deps.clock.now(), BATCH);
      await Promise.all(due.map((id) => door.settle(id, 5000)));
    } catch {
      deps.log('sweeper.store_away', {});
    } finally {
      busy = false;
    }
  };
  const stop = deps.clock.every(POLL_MS, () => void sweep());
  return {
    stop: () => {
      stopped = true;
      stop();
    },
  };
}
