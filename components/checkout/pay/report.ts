import { type After, type Answered, afterResult } from './results';

/** Looks after a result before the page lets go, and the pause between them. */
const LOOKS = 5;
const PAUSE_MS = 600;

interface Report {
  readonly checkout: string;
  readonly attempt: string;
  readonly method: string;
  readonly step: string;
  readonly data: unknown;
}

/**
 * Hands over what the method's component produced, and finds out what to do next. `lost` when our server cannot be
 * reached: then nobody here knows whether money moved, and the page must not let anyone pay again.
 */
export async function report({
  checkout,
  attempt,
  method,
  step,
  data,
}: Report): Promise<Exclude<After, { kind: 'ask' }> | { kind: 'lost' }> {
  const base = `/api/checkouts/${encodeURIComponent(checkout)}`;
  try {
    const response = await fetch(`${base}/attempts/${encodeURIComponent(attempt)}/results`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ step, data }),
      keepalive: true,
    });
    if (!response.ok) return response.status >= 500 ? { kind: 'lost' } : { kind: 'leave' };
    let view: Answered = await response.json();
    for (let look = 0; look < LOOKS; look += 1) {
      const after = afterResult(view, attempt, method, step);
      if (after.kind !== 'ask') return after;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      const again = await fetch(base, { cache: 'no-store' });
      if (!again.ok) return { kind: 'leave' };
      view = await again.json();
    }
    return { kind: 'leave' };
  } catch {
    return { kind: 'lost' };
  }
}
