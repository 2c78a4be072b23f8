import { z } from 'zod';
import type { JsonObject } from '@/lib/checkout/json';
import type { Checkout } from '@/lib/checkout/model';
import type { HoldMemo } from './memo';
import { EXTRA, fieldOf, NEWSLETTERS, nameOf } from './names';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const person = z.record(z.string(), scalar);

const values = z.object({
  customer: person.and(z.looseObject({ firstName: z.string(), lastName: z.string(), email: z.string() })),
  items: z.record(z.string(), z.record(z.string(), z.union([scalar, z.array(person)]))).default({}),
});
export type Customer = z.infer<typeof values>;

/** What the customer typed; null while details are missing. */
export function customerIn(json: JsonObject): Customer | null {
  const parsed = values.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** The customer as the wire takes them, with what each activity asked for under its uuid. */
export function customerBody(
  { customer, items }: Customer,
  hold: HoldMemo,
  { schema }: Checkout['details'],
): JsonObject {
  const extra = hold.items.flatMap(({ item, activity }): (readonly [string, JsonObject])[] => {
    const own = Object.entries(items[item] ?? {}).filter(([name]) => name !== 'tickets');
    const asked = partOf(schema, 'items', item);
    return own.length > 0 ? [[activity, wired(Object.fromEntries(own), asked)]] : [];
  });
  const flags = NEWSLETTERS.map((name) => [name, customer[name] === true ? 'YES' : 'NO'] as const);
  return {
    ...wired(customer, partOf(schema, 'customer')),
    ...(extra.length > 0 ? { [EXTRA]: Object.fromEntries(extra) } : {}),
    ...Object.fromEntries(flags),
  };
}

/** The participants of an item, as many as were asked for; null where nobody is. */
export function participantsOf(
  { items }: Customer,
  item: string,
  { schema }: Checkout['details'],
): readonly JsonObject[] | null {
  const rows = items[item]?.tickets;
  const asked = partOf(schema, 'items', item, 'tickets', '0');
  return Array.isArray(rows) ? rows.map((row) => wired(row, asked)) : null;
}

/** A box may mean YES or NO, or be a boolean over there: the schema of the form remembers which. */
function wired(fields: Readonly<Record<string, unknown>>, asked: Part): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): (readonly [string, string | number | boolean])[] => {
      const yesNo = asked.properties?.[name]?.['x-yes-no'] === true;
      if (typeof value === 'boolean') return [[fieldOf(name), yesNo ? (value ? 'YES' : 'NO') : value]];
      if (typeof value === 'number') return [[fieldOf(name), value]];
      return typeof value === 'string' && value !== '' ? [[fieldOf(name), value]] : [];
    }),
  );
}

/** A part of the details' schema, as far as it is looked at here. */
interface Part {
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
  readonly 'x-yes-no'?: unknown;
}

function partOf(schema: JsonObject, ...path: readonly string[]): Part {
  return path.reduce<Part>(
    (part, key) => (/^\d+$/.test(key) && part.items ? part.items : part.properties?.[key]) ?? {},
    schema as Part,
  );
}

/**
 * Which of our details a form error is about, as JSON Pointers: `firstname`, `extra_customer_data.{activity}.phone_number`, or,
 * of an item's participants, `0.firstname`. What is about none of them is left out.
 */
export function rejectedBy(
  fields: readonly string[],
  { memo, details }: Pick<Checkout, 'details'> & { readonly memo: HoldMemo },
  item?: string,
): readonly string[] {
  const found = fields.flatMap((field) => {
    const [first = '', second = '', third = ''] = field.split('.');
    if (item !== undefined)
      return /^\d+$/.test(first) ? [`/items/${item}/tickets/${first}/${nameOf(second)}`] : [];
    if (first !== EXTRA) return [`/customer/${nameOf(first)}`];
    const of = memo.items.find(({ activity }) => activity === second);
    return of ? [`/items/${of.item}/${nameOf(third)}`] : [];
  });
  return found.filter((pointer) => isAsked(details.schema, pointer));
}

/** Whether the form has such a field: nobody is sent to one that is not there. */
function isAsked(schema: JsonObject, pointer: string): boolean {
  return Object.keys(partOf(schema, ...pointer.split('/').slice(1))).length > 0;
}
