import { useEffect, useState } from 'react';

const LATER = 'foyer:hold-later';

/**
 * The end of the hold as this document knows it, ISO 8601: what it was rendered with, or a later one that `tellEnd` told
 * since. A document in which somebody is paying is not rendered anew for it.
 */
export function useHoldUntil<End extends string | null>(rendered: End): End | string {
  const [told, setTold] = useState('');
  useEffect(() => {
    const hear = (event: Event) => event instanceof CustomEvent && setTold(String(event.detail));
    window.addEventListener(LATER, hear);
    return () => window.removeEventListener(LATER, hear);
  }, []);
  return rendered !== null && isLater(told, rendered) ? told : rendered;
}

/** Tells this document that the hold lasts until then. */
export function tellEnd(expiresAt: string): void {
  window.dispatchEvent(new CustomEvent(LATER, { detail: expiresAt }));
}

/** Asks for more time, or with `look` only whether somebody else got some. The later end; null when there is none. */
export async function laterEnd(id: string, than: string, ask: 'extend' | 'look'): Promise<string | null> {
  const url = `/api/checkouts/${encodeURIComponent(id)}`;
  try {
    const response = await (ask === 'extend'
      ? fetch(`${url}/extend`, { method: 'POST' })
      : fetch(url, { cache: 'no-store' }));
    if (!response.ok) return null;
    const { expiresAt }: { expiresAt?: string | null } = await response.json();
    return expiresAt && isLater(expiresAt, than) ? expiresAt : null;
  } catch {
    return null;
  }
}

function isLater(one: string, other: string): boolean {
  return Date.parse(one) > Date.parse(other);
}
