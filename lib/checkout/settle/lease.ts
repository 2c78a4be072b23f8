import type { HeartDeps } from './deps';

/** A lease lapses this long after its holder died. */
export const LEASE_MS = 10_000;

/** The right to change one checkout. Writes carry the fence, so a holder that overslept its lease changes nothing. */
export interface Lease {
  readonly id: string;
  readonly fence: number;
}

/**
 * Runs `work` under the lease, renewing it while this process lives, and gives it back. Null when another process
 * held it for all of `patienceMs`.
 */
export async function underLease<T>(
  { store, clock, owner, log }: HeartDeps,
  id: string,
  patienceMs: number,
  work: (lease: Lease) => Promise<T>,
): Promise<T | null> {
  const fence = await acquire({ store, clock, owner }, id, patienceMs);
  if (fence === null) return null;
  const stop = clock.every(LEASE_MS / 3, () => {
    store.renew(id, fence, clock.now(), LEASE_MS).catch(() => log('lease.renew_failed', { checkoutId: id }));
  });
  try {
    return await work({ id, fence });
  } finally {
    stop();
    await store.free(id, fence);
  }
}

async function acquire(
  { store, clock, owner }: Pick<HeartDeps, 'store' | 'clock' | 'owner'>,
  id: string,
  patienceMs: number,
): Promise<number | null> {
  const until = clock.now() + patienceMs;
  for (;;) {
    const fence = await store.lease(id, owner, clock.now(), LEASE_MS);
    if (fence !== null || clock.now() >= until) return fence;
    await clock.sleep(50);
  }
}
