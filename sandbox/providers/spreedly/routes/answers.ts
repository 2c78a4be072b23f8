import type { Context } from 'hono';
import type { z } from 'zod';
import { problem, SpreedlyProblem } from '../problems';

/** What was thrown, in Spreedly's words. */
export function sendError(c: Context, error: unknown): Response {
  if (error instanceof SpreedlyProblem) return c.json(error.body, error.status);
  throw error;
}

/** A parsed JSON body; what does not read is refused by the name of the field. */
export async function body<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await c.req.json().catch(() => ({})));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const attribute = String(issue?.path.at(-1) ?? 'body');
  throw problem(422, 'invalid', `${attribute}: ${issue?.message ?? 'invalid'}`, attribute);
}
