import type { Fault, FaultKind } from '@/sandbox/core/faults';
import type { Ledger } from '@/sandbox/core/ledger';
import type { ProviderId, Scenario } from '@/sandbox/core/provider';
import { type Sandbox, startSandbox } from '@/sandbox/core/start';
import type { MailRow } from '@/sandbox/mail/mailbox';

/** What `POST /faults` takes. */
export interface FaultOrder {
  provider: ProviderId;
  /** `METHOD /path`; the path may end with `*`. */
  call: string;
  kind: FaultKind;
  when?: 'before' | 'after';
  status?: number;
  delayMs?: number;
  times?: number;
  mutate?: Record<string, unknown>;
}

/** A sandbox of this test's own, in its own process's memory, and the control calls as functions. */
export interface TestSandbox {
  readonly running: Sandbox;
  /** Origin of a provider. */
  origin(provider: ProviderId): string;
  ledger(): Promise<ReturnType<Ledger['read']>>;
  /** Orders a fault. */
  fault(order: FaultOrder): Promise<Fault>;
  faults: { list(): Promise<Fault[]>; clear(): Promise<void> };
  action(provider: ProviderId, action: string, id: string, args?: Record<string, unknown>): Promise<void>;
  /** Sets the clock ahead of real time; due work is done when it resolves. */
  clock(offsetMs: number): Promise<void>;
  mail(): Promise<MailRow[]>;
  scenarios(): Promise<Scenario[]>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a sandbox on a free block of ports. The shop's origin matters only for frames and CORS. */
export async function testSandbox(shopOrigin = 'http://localhost:3000'): Promise<TestSandbox> {
  const running = await startSomewhere(shopOrigin);
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${running.controlOrigin}${path}`, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return JSON.parse(text);
  };
  return {
    running,
    origin: (provider) => running.world.origin(provider),
    // The control port is in this repository, so its answers have the types that made them.
    ledger: () => ask('GET', '/ledger') as Promise<ReturnType<Ledger['read']>>,
    fault: (order) => ask('POST', '/faults', order) as Promise<Fault>,
    faults: {
      list: () => ask('GET', '/faults') as Promise<Fault[]>,
      clear: async () => void (await ask('DELETE', '/faults')),
    },
    action: async (provider, action, id, args) =>
      void (await ask('POST', '/actions', { provider, action, id, args: args ?? {} })),
    clock: async (offsetMs) => void (await ask('POST', '/clock', { offsetMs })),
    mail: () => ask('GET', '/mail') as Promise<MailRow[]>,
    scenarios: () => ask('GET', '/scenarios') as Promise<Scenario[]>,
    reset: async () => void (await ask('POST', '/reset')),
    close: () => running.close(),
  };
}

/** Ports are taken in blocks of 30, below the range the kernel hands out for outgoing connections. */
async function startSomewhere(shopOrigin: string): Promise<Sandbox> {
  for (let tries = 0; ; tries += 1) {
    const basePort = 10_000 + 30 * Math.floor(Math.random() * 700);
    try {
      return await startSandbox({ basePort, shopOrigin, log: () => undefined });
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || tries > 20) throw error;
    }
  }
}
