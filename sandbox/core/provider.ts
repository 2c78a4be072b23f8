import type { Hono } from 'hono';
import type { Clock } from './clock';
import type { Ledger } from './ledger';

/** The outside systems that the sandbox plays. The id is also the folder under `sandbox/providers/`. */
export type ProviderId =
  | 'ingresso'
  | 'tickitto'
  | 'octo'
  | 'musement'
  | 'tikkie'
  | 'stripe'
  | 'adyen'
  | 'viva'
  | 'spreedly';

/** What every provider shares: one clock, one ledger, and where the others listen. */
export interface World {
  readonly clock: Clock;
  readonly ledger: Ledger;
  /** Origin of a provider, such as `http://127.0.0.1:4011`; providers talk to each other over HTTP only. */
  origin(provider: ProviderId): string;
  /** Where the shop runs (`http://localhost:3000`): the only site allowed to frame pickers and card fields. */
  readonly shopOrigin: string;
  /** Runs work later by the sandbox's clock; cleared by reset, so a test never meets another test's webhook. */
  later(ms: number, work: () => void | Promise<void>): void;
}

/** One way an outcome is chosen, as in life: by card, amount, event or button. Read over HTTP by QA page, tests, docs. */
export interface Scenario {
  /** Stable id, such as `card.declined`. */
  readonly id: string;
  readonly provider: ProviderId;
  readonly title: string;
  /** What to do to meet it, in one sentence. */
  readonly how: string;
  /** What the customer and the ledger should show afterwards, in one sentence. */
  readonly expect: string;
  readonly card?: { number: string; expiry: string; cvc: string };
  /** Supplier event that triggers it. */
  readonly event?: string;
}

/** A running provider: its HTTP surface, what the control port can make it do, and how it forgets. */
export interface RunningProvider {
  readonly app: Hono;
  /** `POST /actions {provider, action, id, args?}`; throws with a clear message when `id` or `args` do not fit. */
  readonly actions: Readonly<
    Record<string, (id: string, args: Record<string, unknown>) => void | Promise<void>>
  >;
  /** Back to a fresh catalogue and no state. */
  reset(): void;
}

/** A provider as data: where it listens, its scenarios and how it starts. Listed once in `sandbox/registry.ts`. */
export interface Provider {
  readonly id: ProviderId;
  readonly title: string;
  /** Port = base (4000) + offset. */
  readonly offset: number;
  readonly scenarios: readonly Scenario[];
  start(world: World): RunningProvider;
}
