import { localAt } from '../../core/local-time';

/** `2026-11-21T10:00:00Z`: how the wire has moments in UTC. */
export function utc(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The same, or null where nothing has happened yet. */
export function utcOrNull(ms: number | null): string | null {
  return ms === null ? null : utc(ms);
}

/** `2026-11-21T10:00:00+01:00`: a moment on the clock of a zone, with its offset at that moment. */
export function localWithOffset(ms: number, timeZone: string): string {
  const local = localAt(ms, timeZone);
  const minutes = Math.round((Date.parse(`${local}Z`) - ms) / 60_000);
  const abs = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(abs / 60))}:${two(abs % 60)}`;
}
