import type { HttpCall } from '@/lib/platform/http/types';

/** A call that only reads. */
export function get(name: string, path: string): HttpCall {
  return { name: `tikkie.${name}`, method: 'GET', path, kind: 'payment', repeat: 'always' };
}

/** A call that makes something. Neither version has a key against doing it twice: it is sent once, and looked for. */
export function post(name: string, path: string): HttpCall {
  return { name: `tikkie.${name}`, method: 'POST', path, kind: 'payment', repeat: 'unsent' };
}

/** Version 2's requests. */
export const REQUESTS = '/v2/tikkie/paymentrequests';

/** One of them. */
export const pathOf = (token: string) => `${REQUESTS}/${encodeURIComponent(token)}`;
