import type { Json, JsonObject } from '@/lib/checkout/json';

/** Names that lead to a prototype are no fields of anything. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_FIELDS = 500;
const MAX_DEPTH = 8;

/** A node before it is known what is a list: maps cannot be polluted. */
type Tree = Map<string, Tree | string>;

/** The last value of each name: a checkbox comes after its hidden "no". */
export function lastValues(pairs: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  return new Map(pairs);
}

/**
 * Values of a form whose names are dotted paths, in the shape that the JSON Schema asks for: `customer.email`,
 * `items.a1.tickets.0.lastName`. The schema says which numbers are places in a list and which texts mean yes.
 */
export function detailValues(fields: ReadonlyMap<string, string>, schema: JsonObject): JsonObject {
  const root: Tree = new Map();
  for (const [name, value] of [...fields].slice(0, MAX_FIELDS)) plant(root, name.split('.'), value);
  const shaped = shape(root, schema);
  return isObject(shaped) ? shaped : {};
}

function plant(root: Tree, path: readonly string[], value: string): void {
  if (path.length > MAX_DEPTH || path.some((key) => key === '' || FORBIDDEN.has(key))) return;
  let here = root;
  for (const key of path.slice(0, -1)) {
    const next = here.get(key);
    // A name that is both a field and a group keeps what came first.
    if (typeof next === 'string') return;
    const child = next ?? new Map();
    here.set(key, child);
    here = child;
  }
  const last = path.at(-1) ?? '';
  if (!(here.get(last) instanceof Map)) here.set(last, value);
}

function shape(node: Tree | string, schema: Json | undefined): Json {
  if (typeof node === 'string') return scalar(node, isObject(schema) ? schema.type : undefined);
  return isObject(schema) && schema.type === 'array' ? listOf(node, schema) : objectOf(node, schema);
}

function objectOf(node: Tree, schema: Json | undefined): JsonObject {
  const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
  return Object.fromEntries(
    [...node].map(([key, child]) => [
      key,
      shape(child, Object.hasOwn(properties, key) ? properties[key] : undefined),
    ]),
  );
}

/** Places that were left out close up; an index that is none is dropped. */
function listOf(node: Tree, { items, prefixItems }: JsonObject): Json {
  const places = Array.isArray(prefixItems) ? (prefixItems as readonly Json[]) : [];
  return [...node]
    .filter(([key]) => /^\d{1,3}$/.test(key))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([key, child]) => shape(child, places[Number(key)] ?? items));
}

/** A form sends text; the schema knows what it means. What does not fit stays text, for the check to complain about. */
function scalar(text: string, type: Json | undefined): Json {
  if (type === 'boolean') return text === 'true' || text === 'on';
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if ((type === 'integer' || type === 'number') && Number.isFinite(number)) return number;
  return text;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
