import type { ShopStore } from '@/lib/checkout/shop-store';
import type { CheckoutStore } from '@/lib/checkout/store';
import { baskets } from './baskets';
import { checkouts } from './checkouts';
import { openDatabase } from './database';
import { forget } from './forget';
import { grants } from './grants';
import { housekeeping } from './housekeeping';
import { inputs } from './inputs';
import { journals } from './journal';
import { keys } from './keys';
import { leases } from './leases';
import { limits } from './limits';
import { migrate, migrated } from './migrate';
import { outbox } from './outbox';
import { writes } from './save';

/** Both ports of the store, and what only its keeper needs. */
export interface Store extends CheckoutStore, ShopStore {
  /**
   * Cuts personal data from checkouts that ended and were last changed before `olderThan` (milliseconds), keeping
   * the evidence about money. Answers how many.
   */
  forget(olderThan: number): Promise<number>;
}

/**
 * Opens the database that `databaseUrl` names and brings it up to date. Once a process: keep the promise on
 * `globalThis`, and call it when the first request needs it, or a build would open the database too.
 */
export async function openStore(databaseUrl: string, now: () => number = Date.now): Promise<Store> {
  const database = await openDatabase(databaseUrl);
  const { db, fleeting } = database;
  try {
    await migrate(database);
  } catch (cause) {
    await database.close();
    throw cause;
  }
  const tidy = housekeeping(db);
  const reads = checkouts(db);
  return {
    ...reads,
    ...writes(db, now),
    ...leases(fleeting),
    ...inputs(db),
    ...journals(db),
    ...grants(db),
    ...baskets(db),
    ...keys(fleeting),
    ...limits(fleeting),
    ...outbox(db),
    due: (at, limit) => {
      tidy(at);
      return reads.due(at, limit);
    },
    forget: (olderThan) => forget(db, olderThan, now()),
    ready: () => migrated(database).catch(() => false),
    close: () => database.close(),
  };
}
