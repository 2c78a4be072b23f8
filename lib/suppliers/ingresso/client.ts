import type { z } from 'zod';
import type { CallContext } from '@/lib/checkout/supplier';
import type { HttpAnswer, HttpCall, HttpClient } from '@/lib/platform/http/types';
import { readJson } from '@/lib/platform/json';
import type { AccountId } from './config';
import { errorWire } from './wire-parts';

/** A call as data: how it goes out, and how its answer is read. */
export interface Call<T> {
  readonly http: HttpCall;
  readonly schema: z.ZodType<T>;
}

/** Ingresso's own no: an HTTP status, its error code (8 is "bad data"), words that say what, for mail addresses a key. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  readonly code: number | null;
  readonly desc: string;
  readonly key: string | null;
}

/**
 * What came of a call. After `unsent` nothing happened over there; after `lost` nobody knows, and an answer that cannot
 * be read counts as lost too. `at` is when the call went out, milliseconds.
 */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly at: number }
  | Refused
  | { readonly kind: 'unsent' }
  | { readonly kind: 'lost' };

export type NoReply = Exclude<Reply<unknown>, { kind: 'ok' }>;

/** Sends a call with the credentials of one of the partner's accounts. */
export type Send = <T>(ctx: CallContext, account: AccountId, call: Call<T>) => Promise<Reply<T>>;

/** `clients` carry each account's credentials; an account that is not there was not offered either. */
export function sender(clients: Readonly<Record<AccountId, HttpClient | null>>, now: () => number): Send {
  return async (ctx, account, { http, schema }) => {
    const client = clients[account];
    if (!client) return { kind: 'unsent' };
    const at = now();
    const headers = { 'accept-language': ctx.locale, ...http.headers };
    return read(await client.call(ctx, { ...http, headers }), schema, at);
  };
}

/**
 * An `error_code` is a refusal whatever the status says. A 5xx is never one: 502 says that Ingresso could not reach the
 * ticketing system or the payment provider, and what came of that nobody knows.
 */
function read<T>(answer: HttpAnswer, schema: z.ZodType<T>, at: number): Reply<T> {
  if (answer.kind !== 'answered') return { kind: answer.kind };
  if (answer.status >= 500) return { kind: 'lost' };
  // Turned away at the door, before anything was done.
  if (answer.status === 429) return { kind: 'unsent' };
  const json = readJson(answer.text);
  const value = json.ok ? json.value : null;
  const fault = errorWire.safeParse(value);
  if (fault.success) {
    const { error_code: code, error_desc: desc, error_key: key } = fault.data;
    return { kind: 'refused', status: answer.status, code, desc: desc ?? '', key: key ?? null };
  }
  if (answer.status >= 400)
    return { kind: 'refused', status: answer.status, code: null, desc: '', key: null };
  const parsed = answer.status === 200 ? schema.safeParse(value) : null;
  return parsed?.success ? { kind: 'ok', value: parsed.data, at } : { kind: 'lost' };
}
