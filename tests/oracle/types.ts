import type { Checkout, JournalEntry } from '@/lib/checkout/model';
import type { Ledger } from '@/sandbox/core/ledger';

/** What every provider of the sandbox believes happened. */
export type LedgerRows = ReturnType<Ledger['read']>;

/** One checkout as it stands in our store. */
export interface Audited {
  readonly checkout: Checkout;
  readonly journal: readonly JournalEntry[];
  /** The baskets, orders or bookings that are this checkout's at the supplier: the ledger's `group`s. */
  readonly groups: readonly string[];
  /** Nothing will happen by itself any more. Then doubts are a fault too, unless somebody was called. */
  readonly atRest: boolean;
}

/** A checkout beside its own part of the ledger. */
export interface Case extends Audited {
  readonly holds: LedgerRows['holds'];
  readonly bookings: LedgerRows['bookings'];
  readonly charges: LedgerRows['charges'];
}

/** One invariant: what is wrong, in sentences; empty when it holds. */
export type Rule = (at: Case) => readonly string[];
