import { z } from 'zod';
import type { Operation, Schema } from '../http/operation';
import type { SchemaPool } from './schemas';

/** Parameters of path and query from their object schemas, and the key of a keyed call. */
export function parametersOf({ params, query, keyed }: Operation, pool: SchemaPool): object[] {
  return [
    ...fieldsOf(params).map(([name, field]) => parameter('path', name, field, pool)),
    ...fieldsOf(query).map(([name, field]) => parameter('query', name, field, pool)),
    ...(keyed ? [IDEMPOTENCY_KEY] : []),
  ];
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'New for each purchase, the same for each repeat; a repeat is answered with the same checkout',
  schema: { type: 'string', minLength: 8, maxLength: 128 },
};

function fieldsOf(schema: Schema): (readonly [string, z.ZodType])[] {
  return schema instanceof z.ZodObject ? Object.entries(schema.shape as Record<string, z.ZodType>) : [];
}

function parameter(place: 'path' | 'query', name: string, field: z.ZodType, pool: SchemaPool): object {
  const { description, ...schema } = pool.use(field, 'input');
  return {
    name,
    in: place,
    required: place === 'path' || !field.safeParse(undefined).success,
    ...(description !== undefined && { description }),
    schema,
  };
}
