import { failureOf } from './failure';
import { LIMITS, readWithin } from './read';
import type { HttpAnswer, HttpCall } from './types';

/** One try, within `ms`. Never throws for what the network does. */
export async function once(
  url: URL,
  init: { readonly method: string; readonly headers: Headers; readonly body: string | undefined },
  kind: HttpCall['kind'],
  ms: number,
): Promise<HttpAnswer> {
  const abort = new AbortController();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    abort.abort();
  }, ms);
  try {
    const response = await fetch(url, {
      ...init,
      // A supplier's answer never chooses where our keys go next.
      redirect: 'manual',
      // With a signal and without a store, Next's fetch neither shares nor keeps the answer.
      cache: 'no-store',
      signal: abort.signal,
    });
    const bytes = await readWithin(response.body, LIMITS[kind]);
    if (!bytes) return { kind: 'lost', why: 'too_large' };
    const text = new TextDecoder().decode(bytes);
    return { kind: 'answered', status: response.status, headers: response.headers, text, bytes };
  } catch (error) {
    return failureOf(error, timedOut);
  } finally {
    clearTimeout(timer);
  }
}
