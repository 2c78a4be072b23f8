import { afterAll, describe, expect, it, vi } from 'vitest';
import { type Cell, type Result, run } from '../crash/cells';
import { scripts } from '../crash/scripts';
import { allCells, show, titleOf } from '../crash/table';
import { programOf } from '../support/child';
import { FULL } from '../support/full';
import { type Pool, sandboxPool } from '../support/pool';
import { freshDatabase, SERVER } from './stage';

/**
 * The crash table on PostgreSQL: one purchase, because what is another here is the store; every supplier, option and script
 * in the full run.
 */

// Waiting for a sandbox counts as well, and a busy machine is no failure.
vi.setConfig({ testTimeout: 240_000 });

const results = new Map<Cell, Result>();
const program = SERVER ? await programOf('tests/crash/child.ts') : '';
const pool: Pool | null = SERVER ? await sandboxPool(3) : null;
const cells = pool
  ? await allCells(
      (work) => pool.use(async (sandbox) => work({ program, sandbox, databaseUrl: await freshDatabase() })),
      FULL ? Object.keys(scripts) : ['buy'],
      FULL ? Infinity : 1,
    )
  : [];

afterAll(async () => {
  await pool?.close();
  if (pool) show('postgresql', results);
});

describe.concurrent('the crash table on PostgreSQL (empty unless TEST_POSTGRES_URL is set)', () => {
  it('has a server to run on, or is skipped', ({ skip }) => {
    if (!SERVER) skip();
    expect(cells.length).toBeGreaterThan(0);
  });
  it.each(cells.map((cell) => [titleOf(cell), cell] as const))('%s', async (_, cell) => {
    const result = await pool?.use(async (sandbox) =>
      run({ program, sandbox, databaseUrl: await freshDatabase() }, cell),
    );
    if (result) results.set(cell, result);
    expect(result?.objections).toEqual([]);
    expect(result?.standing).toBe(cell.ends ?? result?.standing);
  });
});
