import { useEffect, useState } from 'react';

/** The page's colours and type, as they are computed just now. */
export interface PageColours {
  readonly ink: string;
  readonly muted: string;
  readonly danger: string;
  readonly fontFamily: string;
}

/**
 * The page's look for fields in a provider's frames, which no stylesheet of ours reaches. Read from a passing element,
 * because tokens are `light-dark(…)` and only a computed colour says which of the two holds; read again when the theme
 * changes. Null before the first reading.
 */
export function usePageColours(): PageColours | null {
  const [colours, setColours] = useState<PageColours | null>(null);
  useEffect(() => {
    const read = () => setColours(coloursOfPage());
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
  return colours;
}

function coloursOfPage(): PageColours {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const [ink, muted, danger] = [colour('--color-ink'), colour('--color-muted'), colour('--color-danger')];
  const { fontFamily } = getComputedStyle(probe);
  probe.remove();
  return { ink, muted, danger, fontFamily };
}
