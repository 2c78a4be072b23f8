import type methods from '@/messages/en/methods.json';
import type { Texts as Every } from '../parts/texts';

/**
 * What all forms by Stripe say. Stripe brings its own words for what its fields and the customer's bank say, in the same
 * language.
 */
export type Texts = Every & (typeof methods)['stripe'];
