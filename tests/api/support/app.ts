import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NextRequest } from 'next/server';
import { z } from 'zod';
import { newSession, SESSION_COOKIE } from '@/lib/api/access/session';
import { clearCatalogue } from '@/lib/api/catalogue';
import type { Json } from '@/lib/checkout/json';
import type { Checkout } from '@/lib/checkout/model';
import { openStore } from '@/lib/db/open-store';
import type { Foyer } from '@/lib/foyer';
import { parseConfig } from '@/lib/platform/config';
import { silentLog } from '@/lib/platform/log';
import { createMetrics } from '@/lib/platform/metrics';
import { checkout } from './checkouts';
import { setFoyer } from './current';
import { FakeHeart } from './fake-heart';
import { fakeSupplier } from './fake-supplier';

export const ORIGIN = 'http://localhost:3000';
export const PARTNER_KEY = 'partner-key-0123456789abcdef';
export const OPS_KEY = 'operators-key-0123456789abcdef';

type Handler = (request: NextRequest, route: { params: Promise<never> }) => Promise<Response>;

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whose cookie; none when absent. */
  readonly as?: Browser;
  /** From our own page unless told otherwise. */
  readonly from?: 'page' | 'server';
}

export interface Browser {
  readonly id: string;
  readonly cookie: string;
}

/** A Foyer with the real store, a heart that only remembers and a supplier that does nothing. */
export async function app() {
  const folder = mkdtempSync(path.join(tmpdir(), 'foyer-api-'));
  const clock = { ahead: 0 };
  const now = () => Date.now() + clock.ahead;
  const store = await openStore(`file:${path.join(folder, 'test.db')}`, now);
  const heart = new FakeHeart();
  const supplier = fakeSupplier();
  const parsed = parseConfig(
    { APP_SECRET: 's'.repeat(40), OPS_KEY, PARTNER_KEYS: `acme:${PARTNER_KEY}`, TRUSTED_HOPS: '0' },
    [],
  );
  if (!parsed.ok) throw new Error('The configuration of the test is wrong');
  const method = {
    id: 'sim-card',
    label: 'card',
    params: z.unknown(),
    data: z.object({ token: z.string() }),
    csp: {},
    hint: () => ({ kind: 'data' as const }),
    evidence: (data: Json) => data,
  };
  const foyer: Foyer = {
    config: parsed.config,
    store,
    heart,
    suppliers: new Map([['sim', supplier]]),
    methods: new Map([['sim-card', method]]),
    stopping: () => false,
    collectors: new Map(),
    now,
    log: silentLog,
    metrics: createMetrics({ process: false }),
  };
  clearCatalogue();
  setFoyer(foyer);

  const browser = (): Browser => {
    const session = newSession();
    return { id: session.id, cookie: `${SESSION_COOKIE}=${session.value}` };
  };
  /** A checkout that this browser owns. The row is there too, as mails and journals need one. */
  const own = async (who: Browser, id: string, over: Partial<Checkout> = {}) => {
    const value = checkout(id, over);
    await store.create(value, [], now());
    await store.grant(who.id, id);
    return heart.put(value);
  };
  return {
    foyer,
    store,
    heart,
    supplier,
    clock,
    browser,
    own,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type App = Awaited<ReturnType<typeof app>>;

/** Calls a route handler as Next would. */
export async function send(handler: unknown, sent: Sent = {}): Promise<Response> {
  const { method = sent.json === undefined ? 'GET' : 'POST', params = {}, as, from = 'page' } = sent;
  const headers = new Headers(sent.headers);
  if (as) headers.set('cookie', as.cookie);
  if (from === 'page' && method !== 'GET') {
    if (!headers.has('origin')) headers.set('origin', ORIGIN);
    if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin');
  }
  if (sent.json !== undefined && !headers.has('content-type'))
    headers.set('content-type', 'application/json');
  const body = sent.body ?? (sent.json === undefined ? undefined : JSON.stringify(sent.json));
  const init = { method, headers, body, ...(body instanceof ReadableStream && { duplex: 'half' }) };
  const request = new NextRequest(`${ORIGIN}${sent.path ?? '/'}`, init as never);
  return (handler as Handler)(request, { params: Promise.resolve(params) as Promise<never> });
}

/** The members of a problem that a test asks about. */
export async function problemOf(response: Response) {
  const body = (await response.json()) as {
    code: string;
    safeToRetry: boolean;
    errors?: { pointer: string }[];
  };
  return { status: response.status, ...body, type: response.headers.get('content-type') };
}

/** A urlencoded post of one of our pages. */
export function posted(
  fields: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
): Sent {
  const body = new URLSearchParams(fields as Record<string, string>).toString();
  return { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
}
