import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';

const pairs = z.array(z.tuple([z.string(), z.string()]));
const shape = z.object({ query: pairs, body: pairs });

/**
 * A parameter of a return, by its name in any capitals; null when it is not there, and when it is there twice with two
 * values, because then nobody knows which was meant.
 */
export function parameter(data: Json, name: string): string | null {
  const values = valuesOf(data, name);
  const [value] = values;
  return values.size === 1 && value ? value : null;
}

/** Every value that a parameter of a return has, by its name in any capitals. */
export function valuesOf(data: Json, name: string): ReadonlySet<string> {
  const parsed = shape.safeParse(data);
  if (!parsed.success) return new Set();
  const { query, body } = parsed.data;
  const wanted = name.toLowerCase();
  return new Set(
    [...query, ...body].flatMap(([key, value]) => (key.toLowerCase() === wanted ? [value] : [])),
  );
}
