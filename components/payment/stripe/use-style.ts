import type { StripeElementStyle } from '@stripe/stripe-js';
import { useEffect, useState } from 'react';

const NONE: StripeElementStyle = {};

/**
 * The page's colours and type for fields in Stripe's frames, which no stylesheet of ours reaches. Read from a passing
 * element, because tokens are `light-dark(…)` and only a computed colour says which of the two holds; read again
 * when the theme changes.
 */
export function useElementStyle(): StripeElementStyle {
  const [style, setStyle] = useState(NONE);
  useEffect(() => {
    const read = () => setStyle(styleOfPage());
    read();
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', read);
    const themed = new MutationObserver(read);
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
    return () => {
      dark.removeEventListener('change', read);
      themed.disconnect();
    };
  }, []);
  return style;
}

function styleOfPage(): StripeElementStyle {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const [ink, quiet, danger] = [colour('--color-ink'), colour('--color-muted'), colour('--color-danger')];
  const { fontFamily } = getComputedStyle(probe);
  probe.remove();
  return {
    // 16 px at least: phones zoom into smaller fields and lose the page.
    base: { color: ink, iconColor: quiet, fontFamily, fontSize: '16px', '::placeholder': { color: quiet } },
    invalid: { color: danger, iconColor: danger },
  };
}
