import type { Context } from 'hono';
import { z } from 'zod';
import { FAULT_KINDS } from '../core/faults';
import type { ProviderId } from '../core/provider';

/** The body of `POST /faults`. The defaults are what the kind can only mean. */
export const faultInput = (known: readonly ProviderId[]) =>
  z
    .strictObject({
      provider: z.enum(known),
      call: z
        .string()
        .regex(
          /^([A-Z]+|\*) \/\S*$/,
          'write it as "METHOD /path", such as "POST /api/basket/add"; the path may end with *',
        ),
      kind: z.enum(FAULT_KINDS),
      when: z.enum(['before', 'after']).optional(),
      status: z.int().min(200).max(599).optional(),
      delayMs: z.int().min(0).max(600_000).optional(),
      times: z.int().min(1).max(10_000).default(1),
      mutate: z.record(z.string(), z.unknown()).optional(),
    })
    .refine((fault) => fault.kind !== 'delay' || fault.delayMs !== undefined, {
      path: ['delayMs'],
      error: 'a delay needs delayMs, in milliseconds',
    })
    .refine((fault) => fault.kind !== 'mutate' || fault.mutate !== undefined, {
      path: ['mutate'],
      error: 'say in mutate which fields to lay over the answer',
    })
    .refine((fault) => fault.kind !== 'mutate' || fault.when !== 'before', {
      path: ['when'],
      error: 'mutate needs an answer to change, so it can only be "after"',
    })
    .transform((fault) => ({
      ...fault,
      when:
        fault.when ??
        ((['truncate', 'mutate', 'duplicate'].includes(fault.kind) ? 'after' : 'before') as
          | 'before'
          | 'after'),
    }));

/** The body of `POST /actions`. */
export const actionInput = (known: readonly ProviderId[]) =>
  z.strictObject({
    provider: z.enum(known),
    action: z.string().min(1),
    id: z.string(),
    args: z.record(z.string(), z.unknown()).default({}),
  });

/** The body of `POST /clock`: milliseconds ahead of real time, ten years either way. */
export const clockInput = z.strictObject({ offsetMs: z.int().min(-3.2e11).max(3.2e11) });

/** Parsed input, or the 400 that says what is wrong and how to mend it. */
export async function readInput<T>(
  c: Context,
  schema: z.ZodType<T>,
): Promise<{ input: T } | { refusal: Response }> {
  let json: unknown;
  try {
    json = await c.req.json();
  } catch {
    return { refusal: c.json({ error: 'The body is not JSON.', mend: 'Send a JSON object.' }, 400) };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { input: parsed.data };
  const mend = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  return { refusal: c.json({ error: 'The body does not fit.', mend }, 400) };
}
