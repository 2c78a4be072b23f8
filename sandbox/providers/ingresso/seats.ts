import type { PriceBand } from './catalogue/types';

/** Runs of neighbouring seats of a band, by row: `{A: [[A1, A2], [A5, A6]]}`. */
export function runsOf(band: PriceBand, free: ReadonlySet<string>): Record<string, string[][]> {
  const rows: Record<string, string[][]> = {};
  for (const { name, runs } of band.rows ?? []) {
    const found = runs.flatMap(([first, last]) => {
      const ids = Array.from({ length: last - first + 1 }, (_, index) => `${name}${first + index}`);
      return split(ids, (id) => free.has(id));
    });
    if (found.length > 0) rows[name] = found;
  }
  return rows;
}

/** Every seat of a band, taken or not. */
export function seatsOf(band: PriceBand): string[] {
  return (band.rows ?? []).flatMap(({ name, runs }) =>
    runs.flatMap(([first, last]) =>
      Array.from({ length: last - first + 1 }, (_, index) => `${name}${first + index}`),
    ),
  );
}

/** True when the seats stand side by side in one run of free seats. */
export function sideBySide(runs: Record<string, string[][]>, wanted: readonly string[]): boolean {
  const run = Object.values(runs)
    .flat()
    .find((ids) => wanted.every((id) => ids.includes(id)));
  if (!run) return false;
  const places = wanted.map((id) => run.indexOf(id)).sort((a, b) => a - b);
  return places.every((place, index) => place === (places[0] ?? 0) + index);
}

/** True when taking the seats leaves a single seat that was not single before. */
export function leavesSingle(runs: Record<string, string[][]>, wanted: readonly string[]): boolean {
  return Object.values(runs)
    .flat()
    .filter((ids) => ids.length > 1 && ids.some((id) => wanted.includes(id)))
    .flatMap((ids) => split(ids, (id) => !wanted.includes(id)))
    .some((rest) => rest.length === 1);
}

/** The best `count` seats that are together; undefined when there is no such run. */
export function bestOf(
  runs: Record<string, string[][]>,
  count: number,
  avoid: readonly string[] = [],
): string[] | undefined {
  const candidates = Object.values(runs)
    .flat()
    .flatMap((ids) => split(ids, (id) => !avoid.includes(id)))
    .filter((ids) => ids.length >= count);
  const tidy = candidates.find((ids) => ids.length !== count + 1) ?? candidates[0];
  return tidy?.slice(0, count);
}

function split(ids: readonly string[], keep: (id: string) => boolean): string[][] {
  const found: string[][] = [];
  let run: string[] = [];
  for (const id of ids) {
    if (keep(id)) run.push(id);
    else if (run.length > 0) {
      found.push(run);
      run = [];
    }
  }
  if (run.length > 0) found.push(run);
  return found;
}
