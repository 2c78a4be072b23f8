import { expect } from 'vitest';
import { newSession, SESSION_COOKIE } from '@/lib/api/access/session';
import * as checkouts from '@/lib/api/calls/checkout';
import { createCheckout } from '@/lib/api/calls/create-checkout';
import * as payments from '@/lib/api/calls/payments';
import { quote } from '@/lib/api/calls/quotes';
import { listOffers, readEvent } from '@/lib/api/calls/suppliers';
import { readVoucher } from '@/lib/api/calls/vouchers';
import { clearCatalogue } from '@/lib/api/catalogue';
import type { EventView, OffersView, QuoteView } from '@/lib/api/schemas/catalogue';
import type { CheckoutView } from '@/lib/api/schemas/checkout';
import type { Json, JsonObject } from '@/lib/checkout/json';
import type { Line } from '@/lib/checkout/model';
import type { Store } from '@/lib/db';
import type { Foyer } from '@/lib/foyer';
import { parseConfig } from '@/lib/platform/config';
import { silentLog } from '@/lib/platform/log';
import { createMetrics } from '@/lib/platform/metrics';
import { type Sent, send } from '../api/support/app';
import { setFoyer } from '../api/support/current';
import type { Shop } from './shop';
import { until } from './until';

/** What a call answered: its status, and its JSON. */
export interface Answered<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/**
 * The shop's HTTP API in this process with a real heart behind it, as one browser sees it: handlers are called as Next
 * would. A test that uses it mocks the composition root: `vi.mock('@/lib/foyer', () => import('./support/current'))`.
 */
export function apiOf(shop: Shop, store: Store, supplier: string) {
  setFoyer(foyerOf(shop, store));
  clearCatalogue();
  const session = newSession();
  const as = { id: session.id, cookie: `${SESSION_COOKIE}=${session.value}` };
  let keys = 0;

  const ask = async <T>(handler: unknown, sent: Sent): Promise<Answered<T>> => {
    keys += 1;
    const response = await send(handler, {
      as,
      ...sent,
      headers: { 'idempotency-key': `key-${session.id}-${keys}`, ...sent.headers },
    });
    const text = await response.text();
    // Answers are checked against the API's own schemas by its tests.
    return {
      status: response.status,
      headers: response.headers,
      body: (text ? JSON.parse(text) : null) as T,
    };
  };
  const good = async <T>(handler: unknown, sent: Sent): Promise<T> => {
    const { status, body } = await ask<T>(handler, sent);
    expect([status, status < 300 ? null : body]).toEqual([expect.any(Number), null]);
    return body;
  };
  const read = (id: string) => good<CheckoutView>(checkouts.readCheckout, { params: { id } });

  return {
    ask,
    read,
    event: (event: string) => good<EventView>(readEvent, { params: { supplier, event } }),
    offers: async (event: string, date?: string) => {
      const path = date ? `/?date=${encodeURIComponent(date)}` : '/';
      const answer = await good<OffersView>(listOffers, { params: { supplier, event }, path });
      return 'offers' in answer ? answer.offers : [];
    },
    quote: (lines: readonly Line[]) => good<QuoteView>(quote, { params: { supplier }, json: { lines } }),
    hold: (lines: readonly Line[], delivery: JsonObject = {}) =>
      ask<CheckoutView>(createCheckout, { json: { supplier, lines, delivery } }),
    holdAgain: (id: string) => ask<CheckoutView>(checkouts.holdAgain, { params: { id }, method: 'POST' }),
    accept: ({ id, version }: CheckoutView) =>
      good<CheckoutView>(checkouts.acceptChanges, { params: { id }, json: { version } }),
    details: (id: string, values: JsonObject) =>
      good<CheckoutView>(checkouts.putDetails, { params: { id }, method: 'PUT', json: values }),
    release: (id: string) => good<CheckoutView>(checkouts.releaseHold, { params: { id }, method: 'DELETE' }),
    pay: (id: string, option: string) =>
      ask<CheckoutView>(payments.startAttempt, { params: { id }, json: { option } }),
    result: ({ id, attempt }: CheckoutView, data: Json) =>
      good<CheckoutView>(payments.sendResult, {
        params: { id, attempt: attempt?.id ?? '' },
        json: { step: attempt?.step?.id ?? '', data },
      }),
    voucher: (id: string, voucher: string) => send(readVoucher, { as, params: { id, voucher } }),
    /** Polls as a page does. */
    poll: (id: string, done: (view: CheckoutView) => boolean) => until(() => read(id), done),
  };
}

export type Api = ReturnType<typeof apiOf>;

/** What the composition root would make of a shop, with a configuration that is just enough. */
export function foyerOf(
  { heart, deps, clock }: Shop,
  store: Store,
  env: Readonly<Record<string, string>> = {},
): Foyer {
  const parsed = parseConfig({ APP_SECRET: 's'.repeat(40), TRUSTED_HOPS: '0', ...env }, []);
  if (!parsed.ok) throw new Error('The configuration of the test is wrong');
  const { suppliers, methods, collectors } = deps;
  const made = { heart, store, suppliers, methods, collectors, config: parsed.config };
  return {
    ...made,
    now: clock.now,
    stopping: () => false,
    log: silentLog,
    metrics: createMetrics({ process: false }),
  };
}
