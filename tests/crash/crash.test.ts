import { afterAll, describe, expect, it, vi } from 'vitest';
import { programOf } from '../support/child';
import { databaseFolder } from '../support/database';
import { sandboxPool } from '../support/pool';
import { type Cell, type Result, run } from './cells';
import { scripts } from './scripts';
import { allCells, show, titleOf } from './table';

/** `kill -9` at every durable step of every way to pay, a second process on the same database, and the oracle. */

// Waiting for a sandbox counts as well, and a busy machine is no failure.
vi.setConfig({ testTimeout: 240_000 });

const databases = databaseFolder('crash');
const program = await programOf('tests/crash/child.ts');
const pool = await sandboxPool(3);
const results = new Map<Cell, Result>();

const cells = await allCells(
  (work) => pool.use((sandbox) => work({ program, sandbox, databaseUrl: databases.url() })),
  Object.keys(scripts),
);

afterAll(async () => {
  await pool.close();
  databases.remove();
  show('sqlite', results);
});

describe.concurrent('the crash table on SQLite', () => {
  it.each(cells.map((cell) => [titleOf(cell), cell] as const))('%s', async (_, cell) => {
    const databaseUrl = databases.url();
    const result = await pool.use((sandbox) => run({ program, sandbox, databaseUrl }, cell));
    databases.drop(databaseUrl);
    results.set(cell, result);
    expect(result.objections).toEqual([]);
    expect(result.standing).toBe(cell.ends ?? result.standing);
  });
});
