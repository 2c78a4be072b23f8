import { checkDetails } from '@/lib/checkout/details';
import type { Details } from '@/lib/checkout/model';
import { ruleText } from '../problems/text';
import type { CheckoutView } from '../schemas/checkout';

/** The customer's details: what is asked, what is known, what is missing, and what is wrong with what was typed. */
export function detailsView(locale: string, { schema, values, draft }: Details): CheckoutView['details'] {
  const missing = checkDetails(schema, values).errors.map(({ path }) => path);
  const errors = draft === undefined ? [] : checkDetails(schema, draft).errors;
  return {
    schema,
    values,
    draft,
    missing,
    errors: errors.map(({ path, rule }) => ({ path, rule, text: ruleText(locale, rule) })),
  };
}
