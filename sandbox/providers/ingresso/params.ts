import type { Context } from 'hono';
import { bad } from './refusals';

/** Parameters as they came: query first, then body, in order, repeated ones too. */
export class Params {
  constructor(readonly pairs: readonly (readonly [string, string])[]) {}

  /** The first value that is not blank, without blanks around it. */
  text(name: string): string | undefined {
    for (const [key, value] of this.pairs) if (key === name && value.trim() !== '') return value.trim();
    return undefined;
  }

  /** The value, or the platform's refusal for a missing one. */
  need(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw bad(`${name} is required`);
    return value;
  }

  has(name: string): boolean {
    return this.pairs.some(([key]) => key === name);
  }

  /** A flag in any of its spellings: bare, `true`, `yes`, `1`, `True`; `False`, `no` and `0` are off. */
  flag(name: string): boolean {
    const found = this.pairs.find(([key]) => key === name);
    return found !== undefined && !['false', 'no', '0'].includes(found[1].trim().toLowerCase());
  }

  /** Comma-separated values. */
  list(name: string): string[] {
    return (this.text(name) ?? '').split(',').flatMap((one) => one.trim() || []);
  }

  /** A whole number, or undefined. */
  int(name: string, min = 0): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (!/^\d{1,6}$/.test(value) || Number(value) < min) throw bad(`${name} must be a number`);
    return Number(value);
  }

  /** `seat0`, `seat1`, … up to the first that is missing. */
  series(prefix: string): string[] {
    const found: string[] = [];
    for (
      let value = this.text(`${prefix}0`);
      value !== undefined;
      value = this.text(`${prefix}${found.length}`)
    )
      found.push(value);
    return found;
  }
}

/** Query, form and flat JSON together, as clients of the platform send them in any mixture. */
export async function readParams(c: Context): Promise<Params> {
  const query = new URL(c.req.url).searchParams;
  return new Params([...query, ...(await bodyPairs(c))]);
}

async function bodyPairs(c: Context): Promise<[string, string][]> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return [];
  const body = await c.req.text();
  if (body.trim() === '') return [];
  const type = (c.req.header('content-type') ?? '').toLowerCase();
  if (!type.includes('json')) return [...new URLSearchParams(body)];
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw bad('request body is not valid JSON');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw bad('request body must be a JSON object');
  return Object.entries(json).map(([key, value]) => {
    if (!['string', 'number', 'boolean'].includes(typeof value)) throw bad(`${key} must be a string`);
    return [key, String(value)];
  });
}
