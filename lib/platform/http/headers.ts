import { writeJson } from '../json';
import type { HttpCall, HttpClientOptions } from './types';

/** A customer's browser may send kilobytes; no supplier needs more of a header than this. */
const LONGEST = 2048;

/**
 * Headers of one try. Values may stem from a customer's browser (user agent, language), and `Headers` throws on a
 * line break or a letter beyond Latin-1: what cannot be sent is cleaned or left out, never an exception.
 */
export function headersOf(options: HttpClientOptions, call: HttpCall, trace: string): Headers {
  const headers = new Headers({ accept: 'application/json', 'user-agent': 'Foyer/1' });
  for (const [name, value] of Object.entries({ ...options.headers, ...call.headers })) {
    const sendable = clean(value);
    if (sendable !== null) headers.set(name, sendable);
  }
  if (call.body) {
    headers.set(
      'content-type',
      'json' in call.body ? 'application/json' : 'application/x-www-form-urlencoded',
    );
  }
  headers.set('traceparent', trace);
  return headers;
}

/** Controls out, length cut; null when it holds what no header can carry. */
function clean(value: string): string | null {
  const text = value.replace(/\p{Cc}/gu, '').slice(0, LONGEST);
  return /^[\u0020-\u007e\u00a0-\u00ff]*$/.test(text) ? text : null;
}

/** The body as text, or undefined for none. Form fields keep their order and may repeat. */
export function bodyOf(call: HttpCall): string | undefined {
  if (!call.body) return undefined;
  if ('json' in call.body) return writeJson(call.body.json);
  return new URLSearchParams(call.body.form.map(([name, value]) => [name, value])).toString();
}
