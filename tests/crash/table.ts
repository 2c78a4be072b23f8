import { mkdirSync, writeFileSync } from 'node:fs';
import { suppliersUnderTest } from '../contract/suppliers';
import { atTill } from '../contract/till';
import { nameOf, type OptionUnderTest, type SupplierUnderTest } from '../contract/types';
import { FULL } from '../support/full';
import { type Cell, type Ground, goodRun, type Result } from './cells';
import { ENDS } from './scripts';
import type { Death } from './types';

const POINTS = ['before-call', 'after-call', 'after-write'] as const;
const MARKS: Readonly<Record<string, readonly string[]>> = { buy: ['paid', 'reported'] };

/**
 * Verbs that a supplier's options have in common: dying beside them is tried with the first option of its usual set-up, by the
 * full table with each.
 */
const COMMON: readonly string[] = ['hold', 'release', 'cancel'];

/** Scripts whose verbs are all common or tried by another script. */
const COMMON_SCRIPTS: readonly string[] = ['again', 'cancel'];

/** Lends a fresh ground to each good run; as many at once as there are. */
export type Lend = <T>(work: (ground: Ground) => Promise<T>) => Promise<T>;

/**
 * Every cell of the first `most` options of the first `most` suppliers: generated from the journals of good runs, so new
 * steps appear by themselves.
 */
export async function allCells(
  lend: Lend,
  scripts: readonly string[],
  most = Infinity,
): Promise<readonly Cell[]> {
  const ofOption = async (supplier: SupplierUnderTest, option: OptionUnderTest) => {
    const cells: Cell[] = [];
    const seen: (readonly string[])[] = [];
    for (const script of scripts)
      cells.push(...(await lend((ground) => cellsOf(ground, supplier, option, script, seen))));
    return cells;
  };
  // A set-up differs in its calls, and those are tried with every option or not at all.
  const tried = suppliersUnderTest.filter(({ setUp }) => most === Infinity || !setUp);
  const all = tried
    .slice(0, most)
    .flatMap((one) => one.options.slice(0, most).map((option) => ofOption(one, option)));
  return (await Promise.all(all)).flat();
}

async function cellsOf(
  ground: Ground,
  supplier: SupplierUnderTest,
  option: OptionUnderTest,
  script: string,
  seen: (readonly string[])[],
): Promise<readonly Cell[]> {
  const scope = scopeOf(supplier, option, script);
  if (!scope) return [];
  const { first, points, beside } = scope;
  const { verbs, writes } = await goodRun(ground, supplier, option.id, script);
  const known = FULL ? 0 : sharedPrefix(verbs, seen);
  seen.push(verbs);
  const deaths: [string, Death][] = verbs.flatMap((verb, n) => {
    // Of the same call again and again (a release that is told to wait) the first one stands for all.
    const again = verb === verbs[n - 1];
    if (n < known || again || (!first && COMMON.includes(verb))) return [];
    return points.map((point): [string, Death] => [`${n + 1}. ${verb} ${point}`, { at: 'call', n, point }]);
  });
  for (const name of atTill(option) ? (MARKS[script] ?? []) : []) deaths.push([name, { at: 'mark', name }]);
  for (let n = 0; beside && n < writes; n += 1)
    for (const point of ['before', 'after'] as const)
      deaths.push([`${point} write ${n + 1}`, { at: 'write', n, point }]);
  return deaths.flatMap(([name, death]) =>
    returnsAfter(script, first, death, verbs).map((comesBack) => {
      const ends = comesBack ? ENDS[script] : undefined;
      return { supplier, option: option.id, script, name, death, comesBack, ends };
    }),
  );
}

/** What is tried of a script: null for nothing, `first` where the common verbs are among it, `beside` where every write is. */
function scopeOf(supplier: SupplierUnderTest, option: OptionUnderTest, script: string) {
  if (script === 'cancel' && !supplier.calls.cancel) return null;
  const first = supplier.options[0] === option;
  // Writes are the heart's own, and the same for every option of a supplier.
  const beside = FULL && first && script === 'buy' && !supplier.setUp;
  if (FULL) return { first: true, points: POINTS, beside };
  // Where the first option has shown all points of buying, what is new elsewhere is what was done and not written: in another
  // way to pay, in another set-up, and when the same is held and bought again.
  const done = ['after-call'] as const;
  if (supplier.setUp) return first && script === 'buy' ? { first: false, points: done, beside } : null;
  if (first) return { first, points: script === 'again' ? done : POINTS, beside };
  return COMMON_SCRIPTS.includes(script) ? null : { first, points: done, beside };
}

/** Whether the customer comes back after it. Only who has paid makes a difference by staying away; the full table has both of every purchase. */
function returnsAfter(
  script: string,
  first: boolean,
  death: Death,
  verbs: readonly string[],
): readonly boolean[] {
  const mayHavePaid = death.at !== 'call' || death.n > verbs.indexOf('start');
  const both = script === 'buy' && (FULL || (first && mayHavePaid));
  return both ? [true, false] : [script !== 'leave'];
}

/** How many steps a script begins with as one before it did: dying there was tried already. */
function sharedPrefix(verbs: readonly string[], seen: readonly (readonly string[])[]): number {
  const shared = seen.map((other) => verbs.findIndex((verb, n) => other[n] !== verb));
  return Math.max(0, ...shared.map((n) => (n < 0 ? verbs.length : n)));
}

/** A cell in one line. */
export function titleOf({ supplier, option, script, name, comesBack }: Cell): string {
  return `${supplier.setUp ? `${nameOf(supplier)}: ` : ''}${option} · ${script} · ${name} · customer ${comesBack ? 'comes back' : 'is gone'}`;
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
