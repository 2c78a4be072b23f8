import type { Context } from 'hono';
import type { z } from 'zod';
import { parseJson } from '../../core/digits';
import { Refusal } from './refusals';

/** A parsed JSON body; none at all counts as an empty object, so that what is missing is named. */
export async function body<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await c.req.text();
  let json: unknown = {};
  if (text.trim() !== '') {
    try {
      json = parseJson(text);
    } catch {
      throw new Refusal('BAD_REQUEST', 'The body is not JSON.');
    }
  }
  return parse(schema, json);
}

/** Parsed query parameters. */
export function query<T>(c: Context, schema: z.ZodType<T>): T {
  return parse(schema, c.req.query());
}

const IDS = {
  productId: 'INVALID_PRODUCT_ID',
  optionId: 'INVALID_OPTION_ID',
  availabilityId: 'INVALID_AVAILABILITY_ID',
  unitId: 'INVALID_UNIT_ID',
} as const;

/** Ids have codes of their own, with the id as it came; everything else is a BAD_REQUEST that names the field. */
function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const last = String(issue?.path.at(-1) ?? '');
  if (isId(last)) {
    const sent = issue?.path.reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
      value,
    );
    throw new Refusal(IDS[last], undefined, { [last]: typeof sent === 'string' ? sent : null });
  }
  const where = issue?.path.join('.') || 'body';
  throw new Refusal('BAD_REQUEST', `${where}: ${issue?.message ?? 'invalid'}`);
}

function isId(name: string): name is keyof typeof IDS {
  return Object.hasOwn(IDS, name);
}
