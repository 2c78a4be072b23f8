import type { StripeError } from '@stripe/stripe-js';

/** The fields in Stripe's frames, in the order in which they are typed into. */
export const FIELDS = ['number', 'expiry', 'code'] as const;

export type Field = (typeof FIELDS)[number];

/** All fields of a card: the name is typed into a field of ours. */
export const SLOTS = ['name', ...FIELDS] as const;

export type Slot = (typeof SLOTS)[number];

/** The field that an error of Stripe's is about; the number when it does not say. */
export function fieldOf({ code }: Pick<StripeError, 'code'>): Field {
  if (code?.includes('expiry')) return 'expiry';
  return code?.includes('cvc') ? 'code' : 'number';
}
