import { randomUUID } from 'node:crypto';
import { openStore } from '@/lib/db';
import { nameOf, type SupplierUnderTest } from '../contract/types';
import { audit } from '../oracle/audit';
import { read } from '../oracle/read';
import { runProgram } from '../support/child';
import { chooseFor } from '../support/chooser';
import type { TestSandbox } from '../support/sandbox';
import { live } from './life';
import type { Death, Orders } from './types';

/** Longer than a lease: whoever starts after a crash finds nobody in the way. */
const RESTART_MS = 11_000;

/** One cell of the table: where the first process dies, and whether the customer comes back after it. */
export interface Cell {
  readonly supplier: SupplierUnderTest;
  readonly option: string;
  readonly script: string;
  readonly name: string;
  readonly death: Death;
  readonly comesBack: boolean;
  /** Where it must end, `tickets/money`; absent where more than one end is right. */
  readonly ends?: string;
}

/** What came of a cell. */
export interface Result {
  readonly standing: string;
  readonly objections: readonly string[];
}

/** Where processes and their databases are. */
export interface Ground {
  readonly program: string;
  readonly sandbox: TestSandbox;
  /** A database for this cell. */
  readonly databaseUrl: string;
}

/** A good run of a script: its journal names the steps at which the table's processes die. */
export async function goodRun(
  ground: Ground,
  supplier: SupplierUnderTest,
  option: string,
  script: string,
): Promise<{ readonly verbs: readonly string[]; readonly writes: number }> {
  const orders = await ordersOf(ground, supplier, option, script);
  const report = await live(orders);
  const store = await openStore(ground.databaseUrl);
  const journal = await store.journal(orders.id);
  await store.close();
  const verbs = journal.filter(({ kind }) => kind === 'intent').map(({ name }) => name);
  return { verbs, writes: report.writes };
}

/**
 * Dies at the cell's point; another instance, which is there already, goes on with the same database. When both shop and
 * customer rest, the oracle is asked.
 */
export async function run(ground: Ground, cell: Cell): Promise<Result> {
  const { supplier, option, script } = cell;
  const orders = await ordersOf(ground, supplier, option, script);
  const first = await runProgram(ground.program, [JSON.stringify({ ...orders, death: cell.death })]);
  if (first.signal !== 'SIGKILL') throw new Error(`It did not die: ${first.code} ${first.stderr}`);
  const next = { ...orders, owner: 'second', later: RESTART_MS, script: cell.comesBack ? script : 'sweep' };
  const { standing } = await live(next);
  const store = await openStore(ground.databaseUrl);
  const ids = (await store.read(orders.id)) ? [orders.id] : [];
  const checkouts = await read(store, ids, supplier.groups);
  await store.close();
  return { standing, objections: audit({ ledger: await ground.sandbox.ledger(), checkouts }) };
}

async function ordersOf(
  { sandbox, databaseUrl }: Ground,
  supplier: SupplierUnderTest,
  option: string,
  script: string,
): Promise<Orders> {
  const basePort = sandbox.running.ports.control;
  const request = await chooseFor(sandbox, supplier, option);
  return {
    databaseUrl,
    basePort,
    origins: Object.fromEntries(
      Object.entries(sandbox.running.ports.providers).map(([id, port]) => [id, `http://127.0.0.1:${port}`]),
    ),
    supplier: nameOf(supplier),
    option,
    id: randomUUID(),
    request,
    script,
    owner: 'first',
    later: 0,
  };
}
