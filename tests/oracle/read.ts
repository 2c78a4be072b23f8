import { activeAttempt, awaitsTickets, ticketsOf } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import type { CheckoutStore, Stored } from '@/lib/checkout/store';
import { openStore } from '@/lib/db';
import { openDatabase } from '@/lib/db/database';
import { audit } from './audit';
import type { Audited, LedgerRows } from './types';

/** Says which of the ledger's groups are a checkout's; each supplier's test data has one. */
export type GroupsOf = (checkout: Checkout) => readonly string[];

/** Nothing will change any more, except by somebody's act or money that comes late. */
export function isAtRest({ checkout, dueAt }: Stored): boolean {
  if (dueAt === null) return true;
  const over = checkout.closedAt !== null || ticketsOf(checkout).endsWith('booked');
  const busy = checkout.intent !== null || checkout.order !== null || checkout.closing !== null;
  return over && !busy && activeAttempt(checkout) === null && !awaitsTickets(checkout);
}

/** Reads what {@link audit} needs of some checkouts. */
export async function read(
  store: CheckoutStore,
  ids: readonly string[],
  groupsOf: GroupsOf,
): Promise<readonly Audited[]> {
  const found: Audited[] = [];
  for (const id of ids) {
    const stored = await store.read(id);
    if (!stored) throw new Error(`There is no checkout ${id} to audit`);
    const { checkout } = stored;
    found.push({
      checkout,
      journal: await store.journal(id),
      groups: groupsOf(checkout),
      atRest: isAtRest(stored),
    });
  }
  return found;
}

/** Audits every checkout of a database against a sandbox that runs; for tests that only know the two addresses. */
export async function auditDatabase(
  databaseUrl: string,
  controlOrigin: string,
  groupsOf: GroupsOf,
): Promise<readonly string[]> {
  const { db } = await openDatabase(databaseUrl);
  const rows = await db.selectFrom('checkouts').select('id').execute();
  await db.destroy();
  const store = await openStore(databaseUrl);
  try {
    const ledger = (await (await fetch(`${controlOrigin}/ledger`)).json()) as LedgerRows;
    const checkouts = await read(
      store,
      rows.map(({ id }) => id),
      groupsOf,
    );
    return audit({ ledger, checkouts });
  } finally {
    await store.close();
  }
}
