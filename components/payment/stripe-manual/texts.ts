import type methods from '@/messages/en/methods.json';
import type { Texts as Shared } from '../stripe/texts';

/** The form's own words beside what all forms by Stripe say. */
export type Texts = Shared & (typeof methods)['stripe-manual'];
