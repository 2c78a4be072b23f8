import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';

const pairs = z.array(z.tuple([z.string(), z.string()]));
const shape = z.object({ query: pairs, body: pairs });

/**
 * A parameter of a return, by its name in any capitals; null when it is not there, and when it is there twice with two
 * values, because then nobody knows which was meant.
 */
export function parameter(data: Json, name: string): string | null {
  const parsed = shape.safeParse(data);
  if (!parsed.success) return null;
  const { query, body } = parsed.data;
  const wanted = name.toLowerCase();
  const found = [...query, ...body].flatMap(([key, value]) => (key.toLowerCase() === wanted ? [value] : []));
  const values = new Set(found);
  const [value] = values;
  return values.size === 1 && value ? value : null;
}
