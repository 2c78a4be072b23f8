import type { Answer, Json } from './messages';

/** `{address: {city: 'York'}}` under `billing_details` → `billing_details[address][city]=York`. */
export function flatten(name: string, value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object') return { [name]: String(value) };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => flatten(name === '' ? key : `${name}[${key}]`, inner)),
  );
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** The error for an answer that never came or was not Stripe's. */
export const connectionError: Json = {
  type: 'api_connection_error',
  message:
    'We are experiencing issues connecting to our payments provider. Please check your internet connection and try again.',
};

/** Calls `/v1`; an answer that is no JSON of Stripe's counts as none. */
export async function callApi(url: string, fields?: Record<string, string>): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: fields ? 'POST' : 'GET',
      // A plain form needs no preflight, as with Stripe's own script.
      ...(fields ? { body: new URLSearchParams(fields) } : {}),
      credentials: 'omit',
      cache: 'no-store',
    });
    const body: unknown = await response.json();
    if (!isJson(body)) return { error: connectionError };
    if (response.ok && typeof body.object === 'string') return { data: body };
    return { error: isJson(body.error) ? body.error : connectionError };
  } catch {
    return { error: connectionError };
  }
}
