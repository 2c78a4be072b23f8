import type { HttpAnswer, HttpCall } from './types';

/** The first try and two more. */
export const TRIES = 3;

/** Milliseconds before the second try; twice that before the third. */
const BACK_OFF = 250;

/** Whether the retry table lets this call go out again after such an outcome. */
export function mayRepeat(call: HttpCall, answer: HttpAnswer): boolean {
  if (answer.kind === 'unsent') return answer.why !== 'circuit_open';
  if (call.repeat !== 'always') return false;
  if (answer.kind === 'lost') return answer.why === 'connection';
  return answer.status === 429 || answer.status >= 500;
}

/**
 * How long to wait before try number `next` (2 or 3), in milliseconds: what the supplier asked for, else a back-off
 * with jitter, so that a shop full of customers does not come back in step.
 */
export function pauseBefore(next: number, answer: HttpAnswer, now: number, random: () => number): number {
  const asked = answer.kind === 'answered' ? retryAfter(answer.headers.get('retry-after'), now) : null;
  return asked ?? Math.round(BACK_OFF * 2 ** (next - 2) * (0.5 + random()));
}

/** `Retry-After` in milliseconds: seconds or a date; null when absent or neither. */
export function retryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\d{1,6}$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
