import type { JsonObject } from '@/lib/checkout/json';
import { textField } from '@/lib/checkout/text-field';

/** What decides which details are asked for. */
export interface Asking {
  readonly needsEmail: boolean;
  /** Tickets are posted, or nobody else's address can stand in: then the customer's is needed. */
  readonly needsAddress: boolean;
  /** False where Ingresso fills the address in and does not let it be changed. */
  readonly mayEditAddress: boolean;
  /** Ingresso's own codes (`uk`) and names of the countries that it takes an address of. */
  readonly countries: Readonly<Record<string, string>>;
  /** The bank compares the billing postcode, which may be another than that of the address. */
  readonly avs: boolean;
}

/** 2 to 20 digits with a plus in front, and what people type between them. */
const PHONE = '^[ (]*\\+?[ (]*[0-9](?:[ .()\\-\\/]*[0-9]){1,19}[ )]*$';

const FOLDED: JsonObject = { 'x-folded': true };

function phone(title: string, autocomplete: string, more: JsonObject = {}): JsonObject {
  return textField(title, autocomplete, { pattern: PHONE, maxLength: 30, 'x-input': 'tel', ...more });
}

/**
 * What Ingresso asks of a customer (documentation of purchase.v1), once for the whole hold: JSON Schema 2020-12. What it
 * takes and does not need is folded away; an address that is not needed too, because then the partner's stands in.
 */
export function detailsSchema(asking: Asking): JsonObject {
  const required = [
    'firstName',
    'lastName',
    'phone',
    ...(asking.needsEmail ? ['email'] : []),
    ...(asking.mayEditAddress && asking.needsAddress ? ['addressLineOne', 'country'] : []),
  ];
  const properties: JsonObject = {
    title: textField('Title', 'honorific-prefix', { maxLength: 20, ...FOLDED }),
    firstName: textField('First name', 'given-name'),
    initials: textField('Initials', 'additional-name', { maxLength: 20, ...FOLDED }),
    lastName: textField('Last name', 'family-name', {
      description: 'The venue may ask for the name when you arrive.',
    }),
    suffix: textField('Suffix', 'honorific-suffix', { maxLength: 20, ...FOLDED }),
    email: EMAIL,
    phone: phone('Phone', 'tel', { description: 'Used only if something about your visit changes.' }),
    homePhone: phone('Home phone', 'home tel', FOLDED),
    workPhone: phone('Work phone', 'work tel', FOLDED),
    ...(asking.mayEditAddress ? addressFields(asking) : {}),
    ...(asking.avs ? { billingPostcode: BILLING } : {}),
    ...QUESTIONS,
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['customer'],
    properties: { customer: { type: 'object', required, properties } },
  };
}

const EMAIL: JsonObject = {
  type: 'string',
  title: 'Email',
  description: 'Your tickets are sent to this address.',
  format: 'email',
  maxLength: 254,
  'x-autocomplete': 'email',
  'x-input': 'email',
};

const BILLING = textField('Billing postcode', 'billing postal-code', {
  maxLength: 20,
  description: 'Of your card, if you pay by card. Your bank may compare it.',
});

function addressFields({ needsAddress, countries }: Asking): JsonObject {
  const folded = needsAddress ? {} : FOLDED;
  return {
    addressLineOne: textField('Address line 1', 'address-line1', folded),
    addressLineTwo: textField('Address line 2', 'address-line2', folded),
    town: textField('Town or city', 'address-level2', folded),
    county: textField('County or region', 'address-level1', FOLDED),
    postcode: textField('Postcode', 'postal-code', { maxLength: 20, ...folded }),
    country: {
      type: 'string',
      title: 'Country',
      oneOf: Object.entries(countries).map(([code, name]) => ({ const: code, title: name || code })),
      'x-autocomplete': 'country',
      'x-input': 'select',
      ...folded,
    },
  };
}

/** The data-protection questions, each by itself and answered by nobody but the customer. */
const QUESTIONS: JsonObject = {
  supplierMayWrite: question('The venue may send me news and offers by email.'),
  partnerMayWrite: question('This shop may send me news and offers by email.'),
  othersMayWrite: question('Other organisations may send me news and offers by email.'),
};

function question(title: string): JsonObject {
  return { type: 'boolean', title, default: false, 'x-input': 'checkbox' };
}
