import { createServer, type Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Clock } from '@/sandbox/core/clock';
import { Ledger } from '@/sandbox/core/ledger';
import type { RunningProvider, World } from '@/sandbox/core/provider';
import { Scheduler } from '@/sandbox/core/scheduler';
import { ADYEN_API_KEY, ADYEN_HMAC_KEY, ADYEN_MERCHANT } from '@/sandbox/core/secrets';
import { adyen } from '@/sandbox/providers/adyen';
import { hmacSignature } from '@/sandbox/providers/adyen/notifications';
import { bodyOf, openPort } from './stripe-harness';

export type Json = Record<string, unknown>;

/** A notification as it arrived, its signature checked. */
export interface Item extends Json {
  eventCode: string;
  success: string;
  pspReference: string;
  merchantReference: string;
  reason: string;
  additionalData: Record<string, string>;
}

/** Only the Adyen provider, on a port of its own, with a receiver where OCTO would listen. */
export interface AdyenHarness {
  origin: string;
  ledger: Ledger;
  running: RunningProvider;
  items: Item[];
  /** Answers the next notifications with these statuses before it accepts again. */
  refuseWith: number[];
  /** Calls the Checkout API as Ventrata's server. */
  call(method: 'GET' | 'POST', path: string, body?: Json, headers?: Record<string, string>): Promise<Answer>;
  /** Waits until a notification fits. */
  item(fits: (item: Item) => boolean, timeoutMs?: number): Promise<Item>;
  /** Moves the sandbox's clock on and does what became due. */
  jump(ms: number): Promise<void>;
  reset(): void;
  close(): Promise<void>;
}

export interface Answer {
  status: number;
  body: Json;
}

/** What a Ventrata-like server orders; `extra` replaces. */
export const order = (extra: Json = {}): Json => ({
  merchantAccount: ADYEN_MERCHANT,
  amount: { currency: 'GBP', value: 6250 },
  reference: 'order-1',
  returnUrl: 'http://localhost:3000/return/abc',
  countryCode: 'GB',
  ...extra,
});

export async function adyenHarness(shopOrigin = 'http://localhost:3000'): Promise<AdyenHarness> {
  const items: Item[] = [];
  const refuseWith: number[] = [];
  const receiver = createServer(async (request, response) => {
    const body = JSON.parse(await bodyOf(request));
    const refusal = refuseWith.shift();
    if (refusal !== undefined) return response.writeHead(refusal).end();
    for (const { NotificationRequestItem: item } of body.notificationItems) {
      const { hmacSignature: given } = item.additionalData;
      if (hmacSignature(item, ADYEN_HMAC_KEY) === given) items.push(item);
    }
    return response.writeHead(202).end();
  });
  const receiverOrigin = await openPort(receiver);

  let app: RunningProvider['app'] | undefined;
  const server = createAdaptorServer({
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
  }) as Server;
  const origin = await openPort(server);
  const clock = new Clock();
  const ledger = new Ledger();
  const scheduler = new Scheduler(clock, (error) => console.error(error));
  const world: World = {
    clock,
    ledger,
    shopOrigin,
    origin: (provider) => (provider === 'adyen' ? origin : receiverOrigin),
    later: (ms, work) => scheduler.later(ms, work),
  };
  const running = adyen.start(world);
  app = running.app;

  return {
    origin,
    ledger,
    running,
    items,
    refuseWith,
    async call(method, path, body, headers = {}) {
      const answer = await fetch(`${origin}${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-api-key': ADYEN_API_KEY, ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: answer.status, body: (await answer.json()) as Json };
    },
    async item(fits, timeoutMs = 5_000) {
      const end = Date.now() + timeoutMs;
      for (;;) {
        const found = items.find(fits);
        if (found) return found;
        if (Date.now() > end)
          throw new Error(`Only ${items.map(({ eventCode }) => eventCode).join(', ')} arrived`);
        await new Promise((wake) => setTimeout(wake, 25));
      }
    },
    async jump(ms) {
      clock.setOffset(clock.offset + ms);
      await scheduler.runDue();
    },
    reset() {
      scheduler.clear();
      clock.setOffset(0);
      running.reset();
      ledger.reset();
      items.length = 0;
      refuseWith.length = 0;
    },
    async close() {
      scheduler.clear();
      for (const one of [server, receiver]) {
        one.closeAllConnections();
        await new Promise((done) => one.close(done));
      }
    },
  };
}
