import { entriesInOrder } from '@/lib/platform/json';
import { allowRedirect } from '@/lib/platform/security/redirects';
import type { MusementConfig } from './config';
import type { Handed } from './memo';
import type { SecureWire } from './wire-order';

type Redirect = Extract<Handed, { kind: 'redirect' }>;

/** What a bank's question asks for: something in the page, a way out, or nothing that anybody here can do. */
export type Asked =
  | { readonly kind: 'sdk'; readonly secret: string }
  | { readonly kind: 'redirect'; readonly step: Redirect }
  | { readonly kind: 'impossible' };

const IMPOSSIBLE: Asked = { kind: 'impossible' };

/** Reads `3d_secure` in all its forms. Customers are sent to places only that configuration allows. */
export function askedBy(secure: SecureWire, config: Pick<MusementConfig, 'redirects'>): Asked {
  switch (secure.type) {
    case 'USE_STRIPE_SDK': {
      const secret = secure.payment_intent_client_secret;
      return secret ? { kind: 'sdk', secret } : IMPOSSIBLE;
    }
    case 'REDIRECT':
      return away(secure.url, 'GET', [], config);
    case 'FORM':
      return away(secure.url, 'POST', fieldsIn(secure.payload), config);
    default:
      return IMPOSSIBLE;
  }
}

/** A way out that the call itself was answered with. */
export function away(
  url: string | null | undefined,
  httpMethod: 'GET' | 'POST',
  fields: readonly (readonly [string, string])[],
  { redirects }: Pick<MusementConfig, 'redirects'>,
): Asked {
  const target = allowRedirect(url, redirects);
  if (!target.ok) return IMPOSSIBLE;
  const pairs = fields.map(([name, value]): [string, string] => [name, value]);
  return { kind: 'redirect', step: { kind: 'redirect', url: target.url, httpMethod, fields: pairs } };
}

/**
 * The fields of a form. One document has `payload` as an object, another as a list: then of "name=value", of pairs, or of
 * objects with name and value, since nobody says of what. They keep their order.
 */
export function fieldsIn(payload: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(payload)) return payload.flatMap(fieldIn);
  return entriesInOrder(payload).flatMap(([name, value]) => pair(name, value));
}

function fieldIn(row: unknown): readonly (readonly [string, string])[] {
  if (typeof row === 'string') {
    const at = row.indexOf('=');
    return at > 0 ? pair(row.slice(0, at), row.slice(at + 1)) : [];
  }
  if (Array.isArray(row)) return row.length === 2 ? pair(row[0], row[1]) : [];
  if (typeof row !== 'object' || row === null) return [];
  const { name, value } = row as { name?: unknown; value?: unknown };
  if (typeof name === 'string') return pair(name, value);
  return entriesInOrder(row).flatMap(([key, one]) => pair(key, one));
}

function pair(name: unknown, value: unknown): readonly (readonly [string, string])[] {
  if (typeof name !== 'string' || name === '') return [];
  if (typeof value === 'object' && value !== null) return [];
  return [[name, value === null || value === undefined ? '' : String(value)]];
}
