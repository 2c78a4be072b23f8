import { createInterface } from 'node:readline';
import { openStore } from '@/lib/db';
import { groupsOf } from '../contract/suppliers';
import { audit } from './audit';
import { read } from './read';
import type { LedgerRows } from './types';

/**
 * The oracle for programs that cannot hold the shop's code, such as browser tests. Started with the addresses of a database and
 * of a sandbox's control port; each line that comes in is a checkout's id, each that goes out what is wrong with that one.
 *
 * `node --conditions=react-server --import tsx tests/oracle/serve.ts file:data/foyer.db http://127.0.0.1:4000`
 */
const [database = '', control = ''] = process.argv.slice(2);
const store = await openStore(database);
for await (const id of createInterface({ input: process.stdin })) {
  // The ledger first: what moves in between is then known here and not there, and is asked about again.
  const ledger = (await (await fetch(`${control}/ledger`)).json()) as LedgerRows;
  const checkouts = await read(store, [id], groupsOf);
  const groups = checkouts.flatMap((one) => one.groups);
  const own = <T extends { readonly group: string }>(rows: readonly T[]) =>
    rows.filter(({ group }) => groups.includes(group));
  const rows = { ...ledger, charges: own(ledger.charges), bookings: own(ledger.bookings) };
  const atRest = checkouts.every((one) => one.atRest);
  process.stdout.write(`${JSON.stringify({ atRest, wrong: audit({ ledger: rows, checkouts }) })}\n`);
}
await store.close();
