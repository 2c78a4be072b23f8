import type { z } from 'zod';
import type { CallContext } from '@/lib/checkout/supplier';
import type { HttpAnswer, HttpCall, HttpClient } from '@/lib/platform/http/types';
import { readJson } from '@/lib/platform/json';
import { faultIn } from './errors';

/** A call as data: how it goes out, and how its answer is read. */
export interface Call<T> {
  readonly http: HttpCall;
  readonly schema: z.ZodType<T>;
}

/** The supplier's own no: its code, and its sentence in the customer's language. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/**
 * What came of a call. After `unsent` nothing happened over there; after `lost` nobody knows, and an answer that cannot
 * be read counts as lost too.
 */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | Refused
  | { readonly kind: 'unsent' }
  | { readonly kind: 'lost' };

export type NoReply = Exclude<Reply<unknown>, { kind: 'ok' }>;

export type Send = <T>(ctx: CallContext, call: Call<T>) => Promise<Reply<T>>;

export interface Line {
  readonly send: Send;
  /** Whether the supplier grants a capability, by its last answer; null before the first. */
  granted(capability: string): boolean | null;
}

/** Wraps the shop's HTTP client, which already carries key, capabilities and environment; see `index.ts`. */
export function line(http: HttpClient): Line {
  let applied: ReadonlySet<string> | null = null;
  return {
    granted: (capability) => applied?.has(capability) ?? null,
    send: async (ctx, { http: call, schema }) => {
      const headers = { 'accept-language': ctx.locale, ...call.headers };
      const answer = await http.call(ctx, { ...call, headers });
      const told = answer.kind === 'answered' ? answer.headers.get('octo-capabilities') : null;
      // What may not be used is left out without a word, so this header is the only place that says it.
      if (told !== null) applied = new Set(told.split(',').map((one) => one.trim()));
      return read(answer, schema);
    },
  };
}

/**
 * An `error` in the body is a refusal whatever the status says: the documentation switches on it, and live clients have
 * met it under 200. Only a backend that says that it is down proves nothing.
 */
function read<T>(answer: HttpAnswer, schema: z.ZodType<T>): Reply<T> {
  if (answer.kind !== 'answered') return { kind: answer.kind };
  const { status } = answer;
  // Turned away at the door, before anything was done.
  if (status === 429) return { kind: 'unsent' };
  const json = readJson(answer.text);
  const value = json.ok ? json.value : null;
  const fault = faultIn(value);
  if (fault && fault.code !== 'INTERNAL_SERVER_ERROR' && status < 500)
    return { kind: 'refused', status, ...fault };
  if (fault || status >= 500) return { kind: 'lost' };
  if (status >= 400) return { kind: 'refused', status, code: '', message: '' };
  const parsed = status >= 200 && status < 300 ? schema.safeParse(value) : null;
  return parsed?.success ? { kind: 'ok', value: parsed.data } : { kind: 'lost' };
}
