import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { programOf } from '../support/child';
import { sandboxPool } from '../support/pool';
import { type Cell, type Result, run } from './cells';
import { scripts } from './scripts';
import { allCells, show, titleOf } from './table';

/** `kill -9` at every durable step of every way to pay, a second process on the same database, and the oracle. */

const FOLDER = '/tmp/ht/crash';
mkdirSync(FOLDER, { recursive: true });
const program = await programOf('tests/crash/child.ts');
const pool = await sandboxPool(3);
const results = new Map<Cell, Result>();
const database = () => `file:${FOLDER}/${randomUUID()}.db`;

const cells = await pool.use((sandbox) =>
  allCells(async () => ({ program, sandbox, databaseUrl: database() }), Object.keys(scripts)),
);

afterAll(async () => {
  await pool.close();
  show('sqlite', results);
});

describe.concurrent('the crash table on SQLite', () => {
  it.each(cells.map((cell) => [titleOf(cell), cell] as const))('%s', async (_, cell) => {
    const result = await pool.use((sandbox) => run({ program, sandbox, databaseUrl: database() }, cell));
    results.set(cell, result);
    expect(result.objections).toEqual([]);
  });
});
