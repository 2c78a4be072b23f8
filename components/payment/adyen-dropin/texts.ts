import type methods from '@/messages/en/methods.json';
import type { Texts as Every } from '../parts/texts';

/** The form's own words. What the Drop-in says itself is Adyen's, in the customer's language. */
export type Texts = Every & (typeof methods)['adyen-dropin'];
