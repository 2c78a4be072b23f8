import type { Context } from 'hono';
import { z } from 'zod';
import { v1 } from './problems';

/** A request body as JSON; what is none is an empty object, whose fields are then missing. */
export async function bodyOf(c: Context): Promise<Record<string, unknown>> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(await c.req.json().catch(() => ({})));
  return parsed.success ? parsed.data : {};
}

type Body = Readonly<Record<string, unknown>>;

/** A text of version 1 of so many characters. Throws what a wrong or missing one meets. */
export function text(body: Body, name: string, min: number, max: number): string {
  const value = body[name];
  if (value === undefined || value === null) throw v1.missing(name);
  if (typeof value !== 'string' || value.length < min || value.length > max) throw v1.field(name);
  return value;
}

/** The same where it may be left out. */
export function optional(body: Body, name: string, min: number, max: number): string | null {
  return body[name] === undefined || body[name] === null ? null : text(body, name, min, max);
}

/** Dutch only, with ten digits. */
export function dutchPhone(body: Body): string {
  const value = text(body, 'phoneNumber', 5, 100);
  if (!/^0\d{9}$/.test(value)) throw v1.field('phoneNumber');
  return value;
}

/** Dutch only, with its check digits (ISO 13616: the rest of the division by 97 is one). */
export function dutchIban(body: Body): string {
  const value = text(body, 'iban', 1, 40).replaceAll(' ', '');
  if (!/^NL\d{2}[A-Z]{4}\d{10}$/.test(value)) throw v1.field('iban');
  const digits = `${value.slice(4)}${value.slice(0, 4)}`.replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  if (BigInt(digits) % 97n !== 1n) throw v1.field('iban');
  return value;
}

/** Cents as version 1 takes them: one to six digits, as text; some clients send a number. Absent: the payer decides. */
export function cents(body: Body): number | null {
  const { amountInCents: value } = body;
  if (value === undefined || value === null) return null;
  const written = typeof value === 'number' ? String(value) : value;
  if (typeof written !== 'string' || !/^\d{1,6}$/.test(written) || Number(written) < 1)
    throw v1.field('amountInCents');
  return Number(written);
}

/** A number of the query. */
export function count(c: Context, name: string, min: number, max: number): number {
  const value = c.req.query(name);
  if (value === undefined) throw v1.missing(name);
  if (!/^\d{1,9}$/.test(value) || Number(value) < min || Number(value) > max) throw v1.field(name);
  return Number(value);
}

/** A moment of the query, `2016-06-09T18:00:00Z`, in milliseconds; null when it is not there. */
export function moment(c: Context, name: string): number | null {
  const value = c.req.query(name);
  if (value === undefined) return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) || Number.isNaN(Date.parse(value)))
    throw v1.field(name);
  return Date.parse(value);
}
