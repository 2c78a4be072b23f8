import type { Desk } from '../desk';
import type { Params } from '../params';
import { bad } from '../refusals';
import type { User } from '../users';

const TOKEN = /^[A-Za-z0-9._-]{1,200}$/;

/** Where the customer of the next redirect comes back to, and the token that stands for it. */
export interface ReturnPoint {
  readonly token: string;
  readonly url: string;
}

/** A token may only be of these signs, and is never used twice by an account. */
export function checkToken(token: string, name: string): string {
  if (!TOKEN.test(token)) throw bad(`${name} may only contain letters, digits, -, _ and .`);
  return token;
}

/** True when an account used this token before. */
export function tokenUsed({ store }: Desk, user: User, token: string): boolean {
  return store.tokens.has(`${user.id}/${token}`);
}

/**
 * The return point that purchase.v1 was given, or null where it names none. The address must carry the token in its
 * path and no query, and the browser's headers must come along.
 */
export function readReturnPoint(desk: Desk, params: Params, user: User): ReturnPoint | null {
  const wanted = user.payment === 'redirect';
  if (!wanted && !params.has('return_token') && !params.has('return_url')) return null;
  const token = checkToken(params.need('return_token'), 'return_token');
  const url = readUrl(params.need('return_url'), token);
  params.need('client_http_user_agent');
  params.need('client_http_accept');
  const site = params.text('remote_site');
  if (site !== undefined && site !== url.hostname && site !== url.host)
    throw bad('remote_site does not match return_url');
  if (tokenUsed(desk, user, token)) throw bad('return_token has been used before');
  return { token, url: url.href };
}

/** The return point of the next redirect: the same address with the new token in place of the old one. */
export function nextReturnPoint(from: ReturnPoint, token: string): ReturnPoint {
  const url = new URL(from.url);
  url.pathname = url.pathname.split(from.token).join(token);
  return { token, url: url.href };
}

function readUrl(text: string, token: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw bad('return_url is not a valid URL');
  if (/[?#]/.test(text)) throw bad('return_url may not have a query string');
  if (!url.pathname.includes(token)) throw bad('return_url must contain return_token in its path');
  return url;
}
