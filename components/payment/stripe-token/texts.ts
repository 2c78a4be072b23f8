import type methods from '@/messages/en/methods.json';
import type { Texts as Shared } from '../stripe/texts';

/** The form's own words beside what all forms by Stripe say. */
export type Texts = Shared & (typeof methods)['stripe-token'];

/** Puts values into a sentence: `{number}` is where `number` goes. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
