import { z } from 'zod';

type JsonSchema = Record<string, unknown>;

/** Turns zod schemas into JSON Schemas that share one pool of named ones, as OpenAPI 3.1 has it. */
export class SchemaPool {
  private readonly named = new Map<string, JsonSchema>();

  /** A schema, or a reference to it when it has a name. Requests are described as they are sent, answers as they come. */
  use(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const { $schema: _, $defs = {}, ...root } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
    for (const [name, inner] of Object.entries($defs as Record<string, JsonSchema>)) this.add(name, inner);
    const name = z.globalRegistry.get(schema)?.id;
    if (typeof name !== 'string') return pointed(root);
    this.add(name, root);
    return { $ref: `#/components/schemas/${name}` };
  }

  /** All named schemas, by name. */
  all(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private add(name: string, schema: JsonSchema): void {
    if (!this.named.has(name)) this.named.set(name, pointed(schema));
  }
}

/** zod points into its own `$defs`; here they are components. `id` would change what references are relative to. */
function pointed(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema, function (this: unknown, key, value: unknown) {
    const holder = this as JsonSchema;
    const ownId =
      key === 'id' &&
      typeof value === 'string' &&
      ('type' in holder || 'anyOf' in holder || 'oneOf' in holder);
    return ownId ? undefined : value;
  });
  const local = text.replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(local) as JsonSchema;
}
