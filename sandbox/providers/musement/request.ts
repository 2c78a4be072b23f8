import type { Context } from 'hono';
import type { z } from 'zod';
import { FormRefusal, Refusal } from './refusals';

/** A JSON body as it came; none at all counts as an empty object, so that what is missing is named. */
export async function json(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, '0', 'Invalid json message received');
  }
}

/** A parsed JSON body. */
export async function body<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  return parse(schema, await json(c));
}

/** Parsed query parameters. */
export function query<T>(c: Context, schema: z.ZodType<T>): T {
  return parse(schema, c.req.query());
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new FormRefusal(
    parsed.error.issues.map(({ path, message }) => ({
      field_name: path.join('.') || 'body',
      field_error_message: message,
    })),
  );
}
