import type { JsonObject } from '@/lib/checkout/json';
import { textField } from '@/lib/checkout/text-field';
import { countries } from './countries';
import type { Booking } from './order';

/** What decides which details are asked for: the bookings, each as one item of the checkout. */
export interface Asking {
  readonly locale: string;
  readonly bookings: readonly { readonly item: string; readonly booking: Booking }[];
}

/** 2 to 20 digits with a plus in front, and what people type between them. */
const PHONE = '^[ (]*\\+?[ (]*[0-9](?:[ .()\\-\\/]*[0-9]){1,19}[ )]*$';
/** Told without asking. */
const SILENT: ReadonlySet<string> = new Set(['locales']);

/** Names of the wire that ours differ from. */
const OURS: Readonly<Record<string, string>> = { emailAddress: 'email', phoneNumber: 'phone' };

/** Our name of a contact field. Every other name is the wire's own: the set of them is open. */
export function nameOf(field: string): string {
  return OURS[field] ?? field;
}

/** The wire's name of one of our details. */
export function fieldOf(name: string): string {
  return Object.keys(OURS).find((field) => OURS[field] === name) ?? name;
}

/**
 * What is asked of the customer: JSON Schema 2020-12. Once for all of an order what its bookings ask of their lead guest,
 * and what a product asks of each ticket's holder. Name and address we need in any case, to hand out the tickets.
 */
export function detailsSchema({ locale, bookings }: Asking): JsonObject {
  const needed = new Set(['firstName', 'lastName', 'emailAddress']);
  const known = new Set(needed);
  for (const { booking } of bookings) {
    for (const field of booking.required) needed.add(field);
    for (const field of [...booking.required, ...booking.visible]) known.add(field);
  }
  const items = bookings.flatMap(({ item, booking }) => {
    const schema = holdersSchema(booking, locale);
    return schema ? [[item, schema] as const] : [];
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['customer', ...(items.length > 0 ? ['items'] : [])],
    properties: {
      customer: person([...known], needed, locale),
      ...(items.length > 0
        ? {
            items: {
              type: 'object',
              required: items.map(([item]) => item),
              properties: Object.fromEntries(items),
            },
          }
        : {}),
    },
  };
}

/** One row for each ticket whose holder must be named; null when none must. */
function holdersSchema({ title, tickets }: Booking, locale: string): JsonObject | null {
  const named = tickets.filter(({ asks }) => asks.length > 0);
  if (named.length === 0) return null;
  const rows = named.map(({ label, asks }, index) => ({
    ...person(asks, new Set(asks), locale, 'section-holder '),
    title: `${title}: ${label}${named.length > 1 ? ` (${index + 1} of ${named.length})` : ''}`,
  }));
  return {
    type: 'object',
    required: ['tickets'],
    properties: {
      tickets: { type: 'array', minItems: rows.length, maxItems: rows.length, prefixItems: rows },
    },
  };
}

function person(
  fields: readonly string[],
  needed: ReadonlySet<string>,
  locale: string,
  section = '',
): JsonObject {
  const shown = fields.filter((field) => !SILENT.has(field));
  const properties = shown.map((field): readonly [string, JsonObject] => {
    const schema = control(field, locale, section);
    return [nameOf(field), needed.has(field) ? schema : { ...schema, 'x-folded': true }];
  });
  return {
    type: 'object',
    required: shown.filter((field) => needed.has(field)).map(nameOf),
    properties: Object.fromEntries(properties),
  };
}

function control(field: string, locale: string, section: string): JsonObject {
  switch (field) {
    case 'firstName':
      return textField('First name', `${section}given-name`);
    case 'lastName':
      return textField('Last name', `${section}family-name`);
    case 'emailAddress':
      return {
        type: 'string',
        title: 'Email',
        ...(section ? {} : { description: 'Your tickets are sent to this address.' }),
        format: 'email',
        maxLength: 254,
        'x-autocomplete': `${section}email`,
        'x-input': 'email',
      };
    case 'phoneNumber':
      return textField('Phone', `${section}tel`, {
        description: 'With the country code, such as +44 20 8759 9036.',
        pattern: PHONE,
        maxLength: 30,
        'x-input': 'tel',
      });
    case 'country':
      return {
        type: 'string',
        title: 'Country',
        oneOf: countries(locale).map(([code, title]) => ({ const: code, title })),
        'x-autocomplete': `${section}country`,
      };
    case 'postalCode':
      return textField('Postcode', `${section}postal-code`, { maxLength: 20 });
    case 'notes':
      return textField('Anything the organiser should know', 'off', { maxLength: 500 });
    case 'allowMarketing':
      return { type: 'boolean', title: 'Tell me about news and offers' };
    default:
      return textField(titled(field), 'off', { maxLength: 200 });
  }
}

/** A field that nobody here has heard of, in words: "passportNumber" is "Passport number". */
function titled(field: string): string {
  const spaced = field
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
