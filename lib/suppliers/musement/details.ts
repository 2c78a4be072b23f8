import type { Json, JsonObject } from '@/lib/checkout/json';
import { textField } from '@/lib/checkout/text-field';
import type { HoldMemo } from './memo';
import { EXTRA, nameOf } from './names';

/** What Musement asks for: its own schemas (draft 7), of the customer and of each item's participants. */
export interface Asked {
  readonly customer: JsonObject;
  readonly participants: ReadonlyMap<string, JsonObject>;
}

/**
 * What is asked of the customer, made of the supplier's own schemas: name and address once, what single activities ask for at
 * the first item of each, participants one by one. Name and address we need in any case, to hand out the tickets.
 */
export function detailsSchema({ customer, participants }: Asked, items: HoldMemo['items']): JsonObject {
  const extra = objectIn(objectIn(customer.properties)[EXTRA]);
  const parts = items.flatMap(({ item, activity }, index): (readonly [string, JsonObject])[] => {
    const first = items.findIndex((one) => one.activity === activity) === index;
    const asks = first ? objectIn(objectIn(extra.properties)[activity]) : {};
    const part = itemPart(asks, participants.get(item));
    return part ? [[item, part]] : [];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['customer', ...(parts.length > 0 ? ['items'] : [])],
    properties: {
      customer: customerPart(customer),
      ...(parts.length > 0
        ? {
            items: {
              type: 'object',
              required: parts.map(([id]) => id),
              properties: Object.fromEntries(parts),
            },
          }
        : {}),
    },
  };
}

function customerPart(wire: JsonObject): JsonObject {
  const asked = Object.entries(objectIn(wire.properties)).filter(
    ([name]) => name !== EXTRA && !OURS.has(name),
  );
  const needed = requiredIn(wire);
  const properties = {
    firstName: textField('First name', 'given-name', { maxLength: 60 }),
    lastName: textField('Last name', 'family-name', { maxLength: 60 }),
    email: {
      type: 'string',
      title: 'Email',
      description: 'Your tickets are sent to this address.',
      format: 'email',
      maxLength: 254,
      'x-autocomplete': 'email',
      'x-input': 'email',
    },
    ...Object.fromEntries(asked.map(([name, schema]) => [nameOf(name), fieldOf(name, schema)])),
  };
  // A box that nobody ticks is a no, and never missing.
  const more = asked.filter(([name, schema]) => needed.has(name) && !isConsent(schema));
  return {
    type: 'object',
    required: ['firstName', 'lastName', 'email', ...more.map(([name]) => nameOf(name))],
    properties,
  };
}

/** Asked in words of ours, whatever the schema calls them. */
const OURS: ReadonlySet<string> = new Set(['firstname', 'lastname', 'email']);

/** What an activity asks for and who takes part; null where nothing is asked. */
function itemPart(asks: JsonObject, participants: JsonObject | undefined): JsonObject | null {
  const fields = objectIn(asks.properties);
  if (Object.keys(fields).length === 0 && !participants) return null;
  const rows: JsonObject = participants ? { tickets: rowsOf(participants) } : {};
  const asked = group(asks);
  return {
    type: 'object',
    required: [...(asked.required as readonly string[]), ...Object.keys(rows)],
    properties: { ...objectIn(asked.properties), ...rows },
  };
}

function rowsOf({ minItems, maxItems, items }: JsonObject): JsonObject {
  const least = typeof minItems === 'number' ? minItems : 1;
  const most = typeof maxItems === 'number' ? maxItems : least;
  return {
    type: 'array',
    minItems: least,
    maxItems: most,
    items: group(objectIn(items), 'section-participant '),
  };
}

/** An object's fields, each in the part of JSON Schema that forms are made of. */
function group(wire: JsonObject, section = ''): JsonObject {
  const fields = Object.entries(objectIn(wire.properties));
  const needed = requiredIn(wire);
  return {
    type: 'object',
    required: fields
      .filter(([name, schema]) => needed.has(name) && !isConsent(schema))
      .map(([name]) => nameOf(name)),
    properties: Object.fromEntries(
      fields.map(([name, schema]) => [nameOf(name), fieldOf(name, schema, section)]),
    ),
  };
}

const AUTOCOMPLETE: Readonly<Record<string, string>> = {
  firstname: 'given-name',
  lastname: 'family-name',
  email: 'email',
  phone_number: 'tel',
  date_of_birth: 'bday',
};

/** Words that the page's own check knows, and that no server's schema can break it with. */
const NUMBERS = ['minLength', 'maxLength', 'minimum', 'maximum'] as const;
const FORMATS: ReadonlySet<string> = new Set(['email', 'date']);

function fieldOf(name: string, wire: Json, section = ''): JsonObject {
  const schema = objectIn(wire);
  const title = typeof schema.title === 'string' && schema.title ? schema.title.slice(0, 200) : words(name);
  if (isConsent(schema)) return { type: 'boolean', title, 'x-yes-no': true };
  const type = ['number', 'integer', 'boolean'].find((one) => one === schema.type) ?? 'string';
  const fill = AUTOCOMPLETE[name];
  const choices = Array.isArray(schema.enum) ? schema.enum.filter((one) => typeof one === 'string') : [];
  return {
    type,
    title,
    ...(typeof schema.description === 'string' ? { description: schema.description.slice(0, 500) } : {}),
    ...(choices.length > 0 ? { enum: choices } : {}),
    ...(typeof schema.format === 'string' && FORMATS.has(schema.format) ? { format: schema.format } : {}),
    ...(isPattern(schema.pattern) ? { pattern: schema.pattern } : {}),
    ...Object.fromEntries(
      NUMBERS.flatMap((word) => (typeof schema[word] === 'number' ? [[word, schema[word]]] : [])),
    ),
    ...(type === 'string' && typeof schema.maxLength !== 'number' ? { maxLength: 500 } : {}),
    ...(fill ? { 'x-autocomplete': `${section}${fill}` } : {}),
  };
}

/** YES or NO: a box that is ticked or not. */
function isConsent(wire: Json): boolean {
  const { enum: values } = objectIn(wire);
  return Array.isArray(values) && values.length === 2 && ['YES', 'NO'].every((one) => values.includes(one));
}

/** One that the page's check can compile. */
function isPattern(pattern: Json | undefined): pattern is string {
  if (typeof pattern !== 'string' || pattern.length > 300) return false;
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function requiredIn({ required }: JsonObject): ReadonlySet<unknown> {
  return new Set(Array.isArray(required) ? required : []);
}

function objectIn(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** A field that nobody here has heard of, in words: "fan_card" is "Fan card". */
function words(name: string): string {
  const spaced = name.replace(/[_-]+/g, ' ').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
