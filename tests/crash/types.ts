import type { HoldRequest } from '@/lib/checkout/model';
import type { ProviderId } from '@/sandbox/core/provider';

/** Where a process dies, by its own hand and without a word: `kill -9`. */
export type Death =
  /** The n-th acting call of its life, from 0, and which side of it. */
  | { readonly at: 'call'; readonly n: number; readonly point: 'before-call' | 'after-call' | 'after-write' }
  /** The n-th write of the checkout, from 0. */
  | { readonly at: 'write'; readonly n: number; readonly point: 'before' | 'after' }
  /** What the customer has just done. */
  | { readonly at: 'mark'; readonly name: string };

/** What a child process is told, as JSON. */
export interface Orders {
  readonly databaseUrl: string;
  /** The sandbox's control port. */
  readonly basePort: number;
  /** Where the providers listen. */
  readonly origins: Readonly<Partial<Record<ProviderId, string>>>;
  /** The entry's own name, see `nameOf`. */
  readonly supplier: string;
  readonly option: string;
  readonly id: string;
  readonly request: HoldRequest;
  /** `sweep`: no customer, only the shop. Else a script of `scripts.ts`. */
  readonly script: string;
  readonly owner: string;
  /** How much later than the sandbox's last word this process starts, in ms. */
  readonly later: number;
  readonly death?: Death;
}

/** What a child that lived to the end answers on standard output, as JSON. */
export interface Report {
  readonly standing: string;
  readonly writes: number;
}
