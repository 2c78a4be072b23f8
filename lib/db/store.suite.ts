import { afterAll, beforeAll } from 'vitest';
import { openStore } from './open-store';
import { keepingSuite } from './suite/keeping';
import { leaseSuite } from './suite/leases';
import { mailSuite } from './suite/mails';
import { openingSuite } from './suite/opening';
import { shopSuite } from './suite/shop';
import { wakeUpSuite } from './suite/wakeups';
import type { World } from './suite/world';
import { writeSuite } from './suite/writes';

/** What both databases must do alike. `fresh` makes an empty database and answers its address. */
export function storeSuite(fresh: () => Promise<string>): void {
  let open: World | null = null;
  const world = () => {
    if (!open) throw new Error('The store is not open yet');
    return open;
  };
  beforeAll(async () => {
    const url = await fresh();
    open = { store: await openStore(url), other: await openStore(url), fresh };
  });
  afterAll(async () => {
    await open?.store.close();
    await open?.other.close();
  });
  leaseSuite(world);
  writeSuite(world);
  wakeUpSuite(world);
  shopSuite(world);
  mailSuite(world);
  keepingSuite(world);
  openingSuite(world);
}
