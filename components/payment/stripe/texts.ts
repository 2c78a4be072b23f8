import type methods from '@/messages/en/methods.json';

/**
 * What all forms by Stripe say: the page hands these words to each of them, and the method's own beside them. Stripe
 * brings its own for what its fields and the customer's bank say, in the same language.
 */
export type Texts = (typeof methods)['stripe'];
