import { checkDetails } from '@/lib/checkout/details';
import type { Json, JsonObject } from '@/lib/checkout/json';

/** Over what anybody would type, by the names of the details. */
type Over = Readonly<Record<string, string>>;

/** What somebody types, by how the field is called for browsers. */
const TYPED: Readonly<Record<string, string>> = {
  'given-name': 'Ada',
  'family-name': 'Lovelace',
  email: 'ada@example.com',
  tel: '+44 20 8759 9036',
  bday: '1990-05-01',
  'postal-code': 'W6 8DL',
};

/** Tried one after the other on a field that says nothing of itself but what fits. */
const TRIED = ['Lovelace', ...Object.values(TYPED), '12:30', '2030-01-01T12:30:00Z', 'GB', '12345', '1'];

/** Answers to all that a schema requires, such as a tester would type who is in a hurry. */
export function filled(schema: JsonObject, over: Over = {}): JsonObject {
  return objectOf(schema, over);
}

function objectOf(schema: JsonObject, over: Over): JsonObject {
  const properties = Object.entries(isObject(schema.properties) ? schema.properties : {});
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const asked = properties.filter(([name]) => required.has(name) || Object.hasOwn(over, name));
  return Object.fromEntries(
    asked.map(([name, part]) => [name, isObject(part) ? (over[name] ?? answerOf(part, over)) : null]),
  );
}

function answerOf(schema: JsonObject, over: Over): Json {
  switch (schema.type) {
    case 'object':
      return objectOf(schema, over);
    case 'array':
      return listOf(schema, over);
    default:
      return (
        [...preferred(schema), ...TRIED, false, true, 1, 60].find((value) => fits(schema, value)) ?? null
      );
  }
}

function listOf({ minItems, prefixItems, items }: JsonObject, over: Over): Json {
  const rows = Array.isArray(prefixItems) ? prefixItems : [];
  const count = typeof minItems === 'number' ? minItems : rows.length;
  return Array.from({ length: count }, (_, index) => {
    const row = rows[index] ?? items;
    return isObject(row) ? answerOf(row, over) : null;
  });
}

/** What a field itself names: its choices, its least number, what browsers know it by. */
function preferred(schema: JsonObject): readonly Json[] {
  const choices = Array.isArray(schema.oneOf) ? schema.oneOf : [];
  const known = String(schema['x-autocomplete'] ?? '').split(' ');
  return [
    ...choices.flatMap((one) => (isObject(one) && one.const !== undefined ? [one.const] : [])),
    ...(Array.isArray(schema.enum) ? schema.enum : []),
    ...(schema.minimum === undefined ? [] : [schema.minimum]),
    ...known.flatMap((word) => TYPED[word] ?? []),
  ];
}

function fits(schema: JsonObject, value: Json): boolean {
  const alone = { type: 'object', required: ['value'], properties: { value: schema } };
  return checkDetails(alone, { value }).errors.length === 0;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
