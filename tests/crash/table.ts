import { mkdirSync, writeFileSync } from 'node:fs';
import { suppliersUnderTest } from '../contract/suppliers';
import type { SupplierUnderTest } from '../contract/types';
import { type Cell, type Ground, goodRun, type Result } from './cells';
import type { Death } from './types';

/** Every write as well, and a customer who comes back and one who does not: `npm run test:full`. */
export const FULL = process.env.FULL === '1';

const POINTS = ['before-call', 'after-call', 'after-write'] as const;
/** What a customer does with any way to pay: tried with a supplier's first option, and in the full table with each. */
const COMMON: readonly string[] = ['again', 'cancel'];
const MARKS: Readonly<Record<string, readonly string[]>> = { buy: ['paid', 'reported'] };

/** Every cell of every supplier's options: generated from the journals of good runs, so new steps appear by themselves. */
export async function allCells(
  ground: () => Promise<Ground>,
  scripts: readonly string[],
): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const supplier of suppliersUnderTest)
    for (const [place, { id: option }] of supplier.options.entries()) {
      const seen: (readonly string[])[] = [];
      for (const script of scripts.filter((one) => FULL || place === 0 || !COMMON.includes(one)))
        cells.push(...(await cellsOf(await ground(), supplier, option, script, seen)));
    }
  return cells;
}

async function cellsOf(
  ground: Ground,
  supplier: SupplierUnderTest,
  option: string,
  script: string,
  seen: (readonly string[])[],
): Promise<readonly Cell[]> {
  if (script === 'cancel' && !supplier.calls.cancel) return [];
  const { verbs, writes } = await goodRun(ground, supplier, option, script);
  const known = FULL ? 0 : sharedPrefix(verbs, seen);
  seen.push(verbs);
  const deaths: [string, Death][] = verbs.slice(known).flatMap((verb, later) =>
    POINTS.map((point): [string, Death] => {
      const n = known + later;
      return [`${n + 1}. ${verb} ${point}`, { at: 'call', n, point }];
    }),
  );
  for (const name of MARKS[script] ?? []) deaths.push([name, { at: 'mark', name }]);
  for (let n = 0; FULL && n < writes; n += 1)
    for (const point of ['before', 'after'] as const)
      deaths.push([`${point} write ${n + 1}`, { at: 'write', n, point }]);
  // Only who has paid makes a difference when nobody comes back; the full table has both of everything.
  const returns = script === 'buy' || FULL ? [true, false] : [script !== 'leave'];
  return deaths.flatMap(([name, death]) =>
    returns.map((comesBack) => ({ supplier, option, script, name, death, comesBack })),
  );
}

/** How many steps a script begins with as one before it did: dying there was tried already. */
function sharedPrefix(verbs: readonly string[], seen: readonly (readonly string[])[]): number {
  const shared = seen.map((other) => verbs.findIndex((verb, n) => other[n] !== verb));
  return Math.max(0, ...shared.map((n) => (n < 0 ? verbs.length : n)));
}

/** A cell in one line. */
export function titleOf({ option, script, name, comesBack }: Cell): string {
  return `${option} · ${script} · ${name} · customer ${comesBack ? 'comes back' : 'is gone'}`;
}

/** Prints the table, and keeps it beside the other reports. */
export function show(store: string, results: ReadonlyMap<Cell, Result>): void {
  const lines = [...results].map(
    ([cell, { standing, objections }]) =>
      `${objections.length === 0 ? 'ok  ' : 'FAIL'}  ${titleOf(cell).padEnd(84)} ${standing}`,
  );
  const good = [...results.values()].filter(({ objections }) => objections.length === 0).length;
  const text = [`Crash table on ${store}: ${good} of ${results.size} cells`, ...lines].join('\n');
  mkdirSync('test-results', { recursive: true });
  writeFileSync(`test-results/crash-table-${store}.txt`, `${text}\n`);
  console.log(text);
}
