import { localAt } from '../../core/local-time';

/** `2026-11-21T10:00:00Z`: how the wire has moments in UTC. */
export function utc(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** `2026-11-21 10:00`: how products have their start, on the city's clock. */
export function localStart(ms: number, timeZone: string): string {
  return localAt(ms, timeZone).slice(0, 16).replace('T', ' ');
}

/** Milliseconds of an ISO 8601 duration of days, hours and minutes: `P2D`, `PT30M`. */
export function durationMs(text: string): number {
  const [, days = '0', hours = '0', minutes = '0'] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text) ?? [];
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000;
}
