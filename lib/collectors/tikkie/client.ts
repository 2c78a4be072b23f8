import { z } from 'zod';
import type { CallContext } from '@/lib/checkout/supplier';
import type { HttpAnswer, HttpCall, HttpClient } from '@/lib/platform/http/types';
import { readJson } from '@/lib/platform/json';

/** The bank's own no: its code, such as `ERR_1100_004` or `APP_TOKEN_INVALID`; empty when it gave none. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: number;
  readonly code: string;
}

/**
 * What came of a call. After `unsent` nothing happened over there; after `lost` nobody knows, and an answer that cannot be
 * read counts as lost too.
 */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | Refused
  | { readonly kind: 'unsent' }
  | { readonly kind: 'lost' };

export type NoReply = Exclude<Reply<unknown>, { kind: 'ok' }>;

export type Send = <T>(ctx: CallContext, call: HttpCall, schema: z.ZodType<T>) => Promise<Reply<T>>;

/** The envelope of every error; gateways before it may answer HTML. */
const envelope = z.looseObject({ errors: z.array(z.looseObject({ code: z.string().max(100) })).min(1) });

/** Sends with whatever headers the version wants. Names of platforms, users and accounts are shortened in the journal. */
export function sender(http: HttpClient, headers: Readonly<Record<string, string>> = {}): Send {
  return async (ctx, call, schema) => {
    const quiet: CallContext = { ...ctx, record: (one) => ctx.record({ ...one, path: shortened(one.path) }) };
    return read(await http.call(quiet, { ...call, headers: { ...headers, ...call.headers } }), schema);
  };
}

function read<T>(answer: HttpAnswer, schema: z.ZodType<T>): Reply<T> {
  if (answer.kind !== 'answered') return { kind: answer.kind };
  const { status, text } = answer;
  // Turned away at the door, before anything was done.
  if (status === 429) return { kind: 'unsent' };
  if (status >= 500) return { kind: 'lost' };
  const json = readJson(text);
  const value = json.ok ? json.value : null;
  if (status >= 400) {
    const code = envelope.safeParse(value).data?.errors[0]?.code ?? '';
    return { kind: 'refused', status, code };
  }
  const parsed = status >= 200 && status < 300 ? schema.safeParse(value) : null;
  return parsed?.success ? { kind: 'ok', value: parsed.data } : { kind: 'lost' };
}

/** A path whose tokens are cut to what tells them apart. */
export function shortened(path: string): string {
  return path.replace(/[\w-]{20,}/g, (token) => `${token.slice(0, 6)}…`);
}
