import type { StripeElementStyle } from '@stripe/stripe-js';
import { useMemo } from 'react';
import { usePageColours } from '../parts/page-colours';

const NONE: StripeElementStyle = {};

/** The page's colours and type for fields in Stripe's frames. */
export function useElementStyle(): StripeElementStyle {
  const colours = usePageColours();
  return useMemo(() => {
    if (!colours) return NONE;
    const { ink, muted, danger, fontFamily } = colours;
    return {
      // 16 px at least: phones zoom into smaller fields and lose the page.
      base: { color: ink, iconColor: muted, fontFamily, fontSize: '16px', '::placeholder': { color: muted } },
      invalid: { color: danger, iconColor: danger },
    };
  }, [colours]);
}
