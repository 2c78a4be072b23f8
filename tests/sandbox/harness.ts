import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Clock } from '@/sandbox/core/clock';
import { Ledger } from '@/sandbox/core/ledger';
import type { Provider, RunningProvider, World } from '@/sandbox/core/provider';
import { Scheduler } from '@/sandbox/core/scheduler';
import { until } from '../support/until';

/** One provider of the sandbox on a port of its own, with a receiver of notifications where all others would listen. */
export interface Harness {
  readonly origin: string;
  readonly ledger: Ledger;
  readonly running: RunningProvider;
  /** Answers the next notifications with these statuses before it accepts again. */
  readonly refuseWith: number[];
  /** Moves the sandbox's clock on and does what became due. */
  jump(ms: number): Promise<void>;
  reset(): void;
  close(): Promise<void>;
}

/** Waits for one that fits; says what there is when none comes. */
export async function arrived<T>(
  list: readonly T[],
  fits: (one: T) => boolean,
  nameOf: (one: T) => string,
  timeoutMs = 5_000,
): Promise<T> {
  const found = await until(
    async () => list.find(fits),
    (one) => one !== undefined,
    { timeoutMs, everyMs: 25 },
  ).catch(() => undefined);
  if (found === undefined) throw new Error(`Only ${list.map(nameOf).join(', ')} arrived`);
  return found;
}

/**
 * Starts `provider` alone. `receive` is given the body of each notification that is not refused, and its request; it answers the
 * status, and throws where its signature is wrong. `forget` is called with each reset.
 */
export async function harnessOf(
  provider: Provider,
  shopOrigin: string,
  receive: (body: string, request: IncomingMessage) => number,
  forget: () => void,
): Promise<Harness> {
  const refuseWith: number[] = [];
  const receiver = createServer(async (request, response) => {
    const body = await bodyOf(request);
    response.writeHead(refuseWith.shift() ?? receive(body, request)).end();
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
    origin: (id) => (id === provider.id ? origin : receiverOrigin),
    later: (ms, work) => scheduler.later(ms, work),
  };
  const running = provider.start(world);
  app = running.app;
  return {
    origin,
    ledger,
    running,
    refuseWith,
    async jump(ms) {
      clock.setOffset(clock.offset + ms);
      await scheduler.runDue();
    },
    reset() {
      scheduler.clear();
      clock.setOffset(0);
      running.reset();
      ledger.reset();
      refuseWith.length = 0;
      forget();
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

/** Listens on any free port; answers its origin. */
export async function openPort(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
