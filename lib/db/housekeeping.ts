import type { Db } from './database';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const EVERY_MS = 10 * MINUTE;
/** A client that repeats a request after this long means a new one. */
const KEYS_MS = DAY;
/** Far longer than any supplier keeps a basket. */
const BASKETS_MS = 7 * DAY;
/** What told a mail apart from its repeat is also in the checkout; this long it is here too. */
const SENT_MS = 90 * DAY;

/** Throws away what only matters for a while. The sweeper's polling drives it, every ten minutes on each instance. */
export function housekeeping(db: Db): (now: number) => void {
  let last = 0;
  return (now) => {
    if (now - last < EVERY_MS) return;
    last = now;
    // Nothing depends on it; a database that is away is noticed by those who do.
    tidy(db, now).catch(() => undefined);
  };
}

/** Deletes lapsed limits, old keys, abandoned baskets and mail sent long ago. */
export async function tidy(db: Db, now: number): Promise<void> {
  await db.deleteFrom('limits').where('resets_at', '<=', now).execute();
  await db
    .deleteFrom('idempotency_keys')
    .where('claimed_at', '<=', now - KEYS_MS)
    .execute();
  await db
    .deleteFrom('baskets')
    .where('created_at', '<=', now - BASKETS_MS)
    .execute();
  await db
    .deleteFrom('outbox')
    .where('sent_at', '<=', now - SENT_MS)
    .execute();
}
