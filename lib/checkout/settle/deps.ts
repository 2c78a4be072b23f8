import type { Collector } from '../collector';
import type { PaymentMethod } from '../method';
import type { ActingVerb } from '../model';
import type { CheckoutStore } from '../store';
import type { Supplier } from '../supplier';
import type { News } from './news';

/** What the heart stands on. The composition root hands it over; tests hand over simulated ones with their own clock. */
export interface HeartDeps {
  readonly store: CheckoutStore;
  readonly suppliers: ReadonlyMap<string, Supplier>;
  readonly methods: ReadonlyMap<string, PaymentMethod>;
  readonly collectors: ReadonlyMap<string, Collector>;
  /** Names this process in leases. */
  readonly owner: string;
  readonly clock: HeartClock;
  /** Random and unguessable. */
  readonly newId: () => string;
  /** Public address of `/return/{token}`. */
  readonly returnUrl: (token: string) => string;
  /** Whether a customer may be sent there. */
  readonly allowedRedirect: (url: string) => boolean;
  readonly log: (event: string, fields: Readonly<Record<string, string | number | null>>) => void;
  /** Told of what changed, after it is durable; for counters and logs. */
  readonly news?: (news: News) => void;
  /** Tests stop the process here; life passes by. */
  readonly checkpoint?: (
    point: 'before-call' | 'after-call' | 'after-write',
    verb: ActingVerb,
  ) => void | Promise<void>;
}

export interface HeartClock {
  /** Milliseconds, UTC. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Calls again and again until stopped. */
  every(ms: number, work: () => void): () => void;
}

/** Real time. */
export const realClock: HeartClock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  every: (ms, work) => {
    const timer = setInterval(work, ms);
    timer.unref();
    return () => clearInterval(timer);
  },
};
