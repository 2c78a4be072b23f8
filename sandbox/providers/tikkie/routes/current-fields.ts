import type { Context } from 'hono';
import { v2 } from '../problems';

/* Fields of version 2, each with the name that its errors give it. Texts have at most 35 characters there too. */

type Body = Readonly<Record<string, unknown>>;

export function words(body: Body, field: string, name: string): string | null {
  const value = body[field];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || value.length < 1 || value.length > 35) throw v2.field(name, 'INVALID');
  return value;
}

export function integer(body: Body, field: string, name: string, min: number, max: number): number | null {
  const value = body[field];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
    throw v2.field(name, 'INVALID');
  return value;
}

/** The last day on which a request can be paid, `2026-11-30`, as the millisecond at which it is over. */
export function day(body: Body, field: string, name: string): number | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  const begins =
    typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(begins)) throw v2.field(name, 'INVALID');
  return begins + 24 * 3_600_000 - 1;
}

export function numberOf(c: Context, field: string, name: string, min: number, max: number): number {
  const value = c.req.query(field);
  if (value === undefined) throw v2.field(name, 'MISSING');
  if (!/^\d{1,9}$/.test(value) || Number(value) < min || Number(value) > max) throw v2.field(name, 'INVALID');
  return Number(value);
}

/** A moment of the query in milliseconds; clients know it by two names. */
export function moment(c: Context, field: string, older: string): number | null {
  const value = c.req.query(field) ?? c.req.query(older);
  if (value === undefined) return null;
  const at = Date.parse(value);
  if (Number.isNaN(at)) throw v2.field('DATE_TIME', 'INVALID');
  return at;
}
