const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formatters.set(timeZone, made);
  return made;
}

/** Clocks are changed at full quarters of an hour only. */
const QUARTER_MS = 15 * 60_000;
/** How far the clocks of a zone are ahead of UTC, by its quarters of an hour: catalogues ask for the same ones all the time. */
const ahead = new Map<string, Map<number, number>>();

function aheadAt(ms: number, timeZone: string): number {
  const quarters = ahead.get(timeZone) ?? new Map<number, number>();
  ahead.set(timeZone, quarters);
  const quarter = Math.floor(ms / QUARTER_MS);
  const known = quarters.get(quarter);
  if (known !== undefined) return known;
  const start = quarter * QUARTER_MS;
  const made = Date.parse(`${formatter(timeZone).format(start).replace(' ', 'T')}Z`) - start;
  quarters.set(quarter, made);
  return made;
}

/** `YYYY-MM-DDTHH:MM:SS` on the clock of a time zone. */
export function localAt(ms: number, timeZone: string): string {
  return new Date(ms + aheadAt(ms, timeZone)).toISOString().slice(0, 19);
}

/** The date there, `YYYY-MM-DD`. */
export function dateAt(ms: number, timeZone: string): string {
  return localAt(ms, timeZone).slice(0, 10);
}

/** The moment at which the clock of a time zone shows `local` (`YYYY-MM-DDTHH:MM`). */
export function msOf(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local}Z`);
  const offset = (ms: number) => Date.parse(`${localAt(ms, timeZone)}Z`) - ms;
  // Twice, because the first guess may lie on the other side of a change of clocks.
  const guess = asUtc - offset(asUtc);
  return asUtc - offset(guess);
}

/** A date plus days, both `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Day of the week, 0 is Sunday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00Z`).getUTCDay();
}
