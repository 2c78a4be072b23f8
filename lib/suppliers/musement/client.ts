import type { z } from 'zod';
import type { CallContext } from '@/lib/checkout/supplier';
import type { HttpAnswer, HttpCall, HttpClient } from '@/lib/platform/http/types';
import { readJson } from '@/lib/platform/json';
import type { MusementConfig } from './config';
import { faultIn, isLoggedOut } from './errors';
import type { Login } from './login';

/** A call as data: how it goes out, and how its answer is read. */
export interface Call<T> {
  readonly http: HttpCall;
  readonly schema: z.ZodType<T>;
}

/** The supplier's own no. `fields`: which of what was sent it is about, where it says so. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/**
 * What came of a call. After `unsent` nothing happened over there; after `lost` nobody knows: a 5xx, a silence, and an answer
 * that cannot be read. `moved` is a redirect, which is not followed.
 */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'moved'; readonly location: string }
  | Refused
  | { readonly kind: 'unsent' }
  | { readonly kind: 'lost' };

export type NoReply = Exclude<Reply<unknown>, { kind: 'ok' }>;

export type Send = <T>(ctx: CallContext, call: Call<T>) => Promise<Reply<T>>;

/** Headers that every call carries, that of the login too (the platform's documentation of its headers). */
export function headersOf({ application, version, currency, market }: MusementConfig) {
  return {
    'x-musement-application': application,
    'x-musement-version': version,
    'x-musement-currency': currency,
    ...(market ? { 'x-musement-market': market } : {}),
  };
}

/**
 * Wraps the shop's HTTP client with the login. A call that was turned away for its token did nothing, so it is made once more
 * with a new one.
 */
export function sender(http: HttpClient, login: Login): Send {
  return async (ctx, { http: call, schema }) => {
    const first = await login.token(ctx);
    if (first.kind !== 'ok') return first;
    const reply = await once(http, ctx, call, schema, first.value);
    if (!isLoggedOut(reply)) return reply;
    login.forget(first.value);
    const second = await login.token(ctx);
    return second.kind === 'ok' ? once(http, ctx, call, schema, second.value) : second;
  };
}

async function once<T>(
  http: HttpClient,
  ctx: CallContext,
  call: HttpCall,
  schema: z.ZodType<T>,
  token: string,
): Promise<Reply<T>> {
  const headers = { 'accept-language': ctx.locale, ...call.headers, authorization: `Bearer ${token}` };
  return read(await http.call(ctx, { ...call, headers }), schema);
}

/** Reads an answer of any call. */
export function read<T>(answer: HttpAnswer, schema: z.ZodType<T>): Reply<T> {
  if (answer.kind !== 'answered') return { kind: answer.kind };
  const { status } = answer;
  // Turned away at the door, before anything was done.
  if (status === 429) return { kind: 'unsent' };
  if (status >= 500) return { kind: 'lost' };
  if (status >= 300 && status < 400) return { kind: 'moved', location: answer.headers.get('location') ?? '' };
  const json = readJson(answer.text);
  const value = json.ok ? json.value : null;
  if (status >= 400) return { kind: 'refused', status, ...faultIn(value) };
  // What has nothing to say sends nothing: 204, and the success of a payment.
  if (!json.ok && answer.text.trim() !== '') return { kind: 'lost' };
  const parsed = schema.safeParse(value);
  return parsed.success ? { kind: 'ok', value: parsed.data } : { kind: 'lost' };
}
