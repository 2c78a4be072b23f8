import type { Texts as Every } from '../parts/texts';

/** Our own words. What the fields say themselves is Adyen's, in the customer's language. */
export type Texts = Every;
