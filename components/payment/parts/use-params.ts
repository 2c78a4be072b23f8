import { useMemo } from 'react';
import type { Json } from '@/lib/checkout/json';

/**
 * The step's params, the same object while they say the same: the step comes anew with every refresh of the page, and
 * the form must not while somebody types into it. The supplier checked them against the method's schema.
 */
export function useParams<Params>(json: Json): { readonly params: Params; readonly key: string } {
  const key = JSON.stringify(json);
  return useMemo(() => ({ params: JSON.parse(key) as Params, key }), [key]);
}
