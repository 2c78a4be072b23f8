import { z } from 'zod';
import type { JsonObject } from '@/lib/checkout/json';
import { textField } from '@/lib/checkout/text-field';
import type { CustomerWire } from './client';

/** 2 to 15 digits with an optional + in front (Tickitto's published OpenAPI document); people also type spaces and dashes. */
const PHONE = '^[ (]*\\+?[ (]*[0-9](?:[ .()\\-\\/]*[0-9]){1,14}[ )]*$';

/** What Tickitto asks of a customer, once for the whole basket: the body of its `stripe_object`. JSON Schema 2020-12. */
export const DETAILS: JsonObject = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['customer'],
  properties: {
    customer: {
      type: 'object',
      required: ['firstName', 'lastName', 'email', 'phone'],
      properties: {
        firstName: textField('First name', 'given-name'),
        lastName: textField('Last name', 'family-name'),
        email: {
          type: 'string',
          title: 'Email',
          description: 'Your tickets are sent to this address.',
          format: 'email',
          maxLength: 254,
          'x-autocomplete': 'email',
          'x-input': 'email',
        },
        phone: {
          type: 'string',
          title: 'Phone',
          description:
            'With the country code, such as +44 20 8759 9036. Used only if something about your visit changes.',
          pattern: PHONE,
          maxLength: 30,
          'x-autocomplete': 'tel',
          'x-input': 'tel',
        },
      },
    },
  },
};

const values = z.object({
  customer: z.object({
    firstName: z.string().min(1),
    lastName: z.string().min(1),
    email: z.string().min(3),
    phone: z.string().min(2),
  }),
});

/** The customer as Tickitto wants them; null while details are missing. The phone number goes out without decoration. */
export function customerOf(json: JsonObject, currency: string): CustomerWire | null {
  const parsed = values.safeParse(json);
  if (!parsed.success) return null;
  const { firstName, lastName, email, phone } = parsed.data.customer;
  return {
    first_name: firstName,
    last_name: lastName,
    email,
    // "+44 (0)20…" is how many write it; the zero in brackets is not dialled after a country code.
    phone_number: (phone.includes('+') ? phone.replace('(0)', '') : phone).replace(/[^\d+]/g, ''),
    currency,
  };
}
