import type { CallContext } from '@/lib/checkout/supplier';
import type { HttpClient } from '@/lib/platform/http/types';
import type { Basket } from './basket';
import { type Call, calls, type Reply, type Send } from './client';
import type { TickittoConfig } from './config';
import { basketOf } from './map';
import type { AccountWire, BasketWire } from './wire';

/** What the verbs work with. */
export interface Desk {
  readonly config: TickittoConfig;
  readonly send: Send;
  /** For documents, which are no JSON. Carries the key, like `send`. */
  readonly http: HttpClient;
  readonly now: () => number;
  /** Whose money it is: see {@link accountDesk}. Null when Tickitto does not say just now. */
  readonly account: (ctx: CallContext) => Promise<Account | null>;
}

/** How this account is paid by card. */
export interface Account {
  readonly enabled: boolean;
  readonly publishableKey: string | null;
  readonly stripeAccount: string | null;
}

/** The account changes by a person's hand only, so that minutes do; a switched-off Stripe shows soon enough. */
const FRESH_MS = 5 * 60_000;

/** Reads the account at most every five minutes. A read that fails is not remembered. */
export function accountDesk(send: Send, now: () => number): Desk['account'] {
  let known: { readonly account: Account; readonly at: number } | null = null;
  return async (ctx) => {
    if (known && now() - known.at < FRESH_MS) return known.account;
    const reply = await send(ctx, calls.account());
    if (reply.kind !== 'ok') return null;
    known = { account: accountOf(reply.value), at: now() };
    return known.account;
  };
}

function accountOf({ payment_methods }: AccountWire): Account {
  const stripe = payment_methods?.stripe;
  const key = stripe?.platform_key ?? null;
  return {
    // Without the publishable key nobody can pay in the browser, enabled or not.
    enabled: stripe?.enabled === true && key !== null,
    publishableKey: key,
    stripeAccount: stripe?.account_id ?? null,
  };
}

/** Sends a call that answers a basket; one that contradicts itself counts as lost, as any answer that cannot be read. */
export async function askBasket(
  { send, config }: Desk,
  ctx: CallContext,
  call: Call<BasketWire>,
): Promise<Reply<Basket>> {
  const reply = await send(ctx, call);
  if (reply.kind !== 'ok') return reply;
  const { currency, imageOrigins, url } = config;
  const value = basketOf(reply.value, { currency, imageOrigins, url, locale: ctx.locale });
  return value ? { ...reply, value } : { kind: 'lost' };
}

/** Reads a basket. */
export function readBasket(desk: Desk, ctx: CallContext, id: string): Promise<Reply<Basket>> {
  return askBasket(desk, ctx, calls.basket(id, desk.config.currency));
}
