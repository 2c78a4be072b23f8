import { checkDetails } from '@/lib/checkout/details';
import type { Details } from '@/lib/checkout/model';
import { ruleText } from '../problems/text';
import type { CheckoutView } from '../schemas/checkout';

/** The customer's details: what is asked, what is known, what is missing, and what is wrong with what was typed. */
export function detailsView(
  locale: string,
  { schema, values, draft, rejected }: Details,
): CheckoutView['details'] {
  const refused = (rejected ?? []).map((path) => ({ path, rule: 'rejected' }));
  const missing = [...checkDetails(schema, values).errors, ...refused].map(({ path }) => path);
  const errors = draft === undefined ? [] : [...checkDetails(schema, draft).errors, ...refused];
  return {
    schema,
    values,
    draft,
    missing,
    errors: errors.map(({ path, rule }) => ({ path, rule, text: ruleText(locale, rule) })),
  };
}
