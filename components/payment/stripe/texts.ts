import type methods from '@/messages/en/methods.json';

/** The form's own words. Stripe brings its own for what its fields and the customer's bank say, in the same language. */
export type Texts = (typeof methods)['stripe-card'];
