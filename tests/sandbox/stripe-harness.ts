import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import Stripe from 'stripe';
import { Clock } from '@/sandbox/core/clock';
import { Ledger } from '@/sandbox/core/ledger';
import type { RunningProvider, World } from '@/sandbox/core/provider';
import { Scheduler } from '@/sandbox/core/scheduler';
import { STRIPE_ACCOUNT, STRIPE_SECRET_KEY, TICKITTO_WEBHOOK_SECRET } from '@/sandbox/core/secrets';
import { stripe } from '@/sandbox/providers/stripe';

/** A webhook as it arrived. */
export interface Received {
  event: Stripe.Event;
  at: number;
}

/** Only the Stripe provider, on a port of its own, with a receiver where Tickitto would listen. */
export interface StripeHarness {
  origin: string;
  ledger: Ledger;
  running: RunningProvider;
  /** The official client, acting for the account that Tickitto's intents live on. */
  client: Stripe;
  webhooks: Received[];
  /** Answers the next webhooks with these statuses before it answers 200 again. */
  refuseWith: number[];
  /** Waits until a webhook fits. */
  webhook(fits: (event: Stripe.Event) => boolean, timeoutMs?: number): Promise<Stripe.Event>;
  /** Moves the sandbox's clock on and does what became due. */
  jump(ms: number): Promise<void>;
  reset(): void;
  close(): Promise<void>;
}

export async function openPort(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

export function clientFor(origin: string, key = STRIPE_SECRET_KEY, stripeAccount?: string): Stripe {
  return new Stripe(key, {
    host: '127.0.0.1',
    port: Number(new URL(origin).port),
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
    ...(stripeAccount ? { stripeAccount } : {}),
  });
}

export async function stripeHarness(shopOrigin = 'http://localhost:3000'): Promise<StripeHarness> {
  const webhooks: Received[] = [];
  const refuseWith: number[] = [];
  const verifier = new Stripe('sk_test_unused');
  const receiver = createServer(async (request, response) => {
    const payload = await bodyOf(request);
    const refusal = refuseWith.shift();
    if (refusal === undefined) {
      const signature = String(request.headers['stripe-signature']);
      // Throws, and so answers nothing, when the signature is wrong.
      const event = verifier.webhooks.constructEvent(payload, signature, TICKITTO_WEBHOOK_SECRET);
      webhooks.push({ event, at: Date.now() });
    }
    response.writeHead(refusal ?? 200).end();
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
    origin: (provider) => (provider === 'stripe' ? origin : receiverOrigin),
    later: (ms, work) => scheduler.later(ms, work),
  };
  const running = stripe.start(world);
  app = running.app;

  return {
    origin,
    ledger,
    running,
    client: clientFor(origin, STRIPE_SECRET_KEY, STRIPE_ACCOUNT),
    webhooks,
    refuseWith,
    async webhook(fits, timeoutMs = 5_000) {
      const end = Date.now() + timeoutMs;
      for (;;) {
        const found = webhooks.find(({ event }) => fits(event));
        if (found) return found.event;
        if (Date.now() > end)
          throw new Error(`Only ${webhooks.map(({ event }) => event.type).join(', ')} arrived`);
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
      webhooks.length = 0;
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

/** What a ticket shop orders; `extra` replaces. */
export const order = (
  extra: Partial<Stripe.PaymentIntentCreateParams> = {},
): Stripe.PaymentIntentCreateParams => ({
  amount: 6250,
  currency: 'gbp',
  metadata: { basket_id: 'b-1' },
  ...extra,
});

/** The refusal that a call must meet. */
export async function refused(work: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('It was not refused');
}
