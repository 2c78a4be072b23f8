import { Fault } from '@/lib/checkout/errors';
import type { HttpCall } from './types';

/**
 * The address of a call: the configured base, then the path, then the query. Origin and base path come from
 * configuration and hold whatever a path is made of; a path that tries to leave them is a bug or an attack: a Fault.
 */
export function addressOf(baseUrl: string, call: Pick<HttpCall, 'name' | 'path' | 'query'>): URL {
  const base = new URL(baseUrl);
  const prefix = base.pathname.replace(/\/$/, '');
  if (!staysInside(call.path)) throw new Fault('bad_path', `The path of ${call.name} leaves its base.`);
  const url = new URL(`${base.origin}${prefix}${call.path}`);
  // The parser's last word: whatever it had to mend was not what we meant to ask for.
  if (url.origin !== base.origin || url.pathname !== `${prefix}${call.path}` || url.search || url.hash) {
    throw new Fault('bad_path', `The path of ${call.name} is not in its final form.`);
  }
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.append(name, String(value));
  }
  return url;
}

/** Begins with one slash, and no part of it, however often it is decoded, walks upwards or starts another host. */
function staysInside(path: string): boolean {
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(path) || /[\\?#]/.test(path)) return false;
  let seen = path;
  // Proxies on the way may decode once more than we do.
  for (let times = 0; times < 4; times += 1) {
    if (seen.split(/[/\\]/).some((part) => part === '..' || part === '.')) return false;
    if (times > 0 && /^\/[/\\]|\p{Cc}/u.test(seen)) return false;
    const decoded = decode(seen);
    if (decoded === seen) return true;
    seen = decoded;
  }
  // Encoded more than three times over: nobody means that.
  return false;
}

/** Byte by byte and forgiving, as the laxest server on the way may do it. */
function decode(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
