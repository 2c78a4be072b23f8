import type { Checkout, Input, JournalEntry } from './model';

/** A stored checkout with its counters. `version` is for clients (ETag, compare-and-swap); `fence` guards the lease. */
export interface Stored {
  readonly checkout: Checkout;
  readonly version: number;
  /** When settle should look next, milliseconds; null: never by itself. */
  readonly dueAt: number | null;
}

/** One durable step of a checkout: its state, history, used inputs, mails and next wake-up, in one transaction. */
export interface Write {
  readonly checkout: Checkout;
  /** The version that was read; the write fails when it moved. */
  readonly version: number;
  readonly fence: number;
  readonly dueAt: number | null;
  readonly journal: readonly JournalEntry[];
  /** Inputs used up, each with what may be kept of it. */
  readonly used: readonly { readonly id: string; readonly evidence: Input['data'] }[];
  readonly mails: readonly MailOrder[];
  /** Return token that this write hands out, bound to one attempt. */
  readonly returnToken?: { readonly token: string; readonly attemptId: string };
  /** Names by which fixed returns find an attempt. One that another checkout has stays that checkout's. */
  readonly returnKeys?: readonly { readonly key: string; readonly attemptId: string }[];
}

/** A mail to send once; `key` makes the Message-ID, so a repeat is the same message. */
export interface MailOrder {
  readonly key: string;
  readonly checkoutId: string;
  readonly kind: 'confirmation' | 'follow_up' | 'link';
}

/** The heart's view of the database. SQLite and PostgreSQL implement it with the same queries. */
export interface CheckoutStore {
  /** Inserts a new checkout, due at once. */
  create(checkout: Checkout, journal: readonly JournalEntry[], now: number): Promise<void>;
  read(id: string): Promise<Stored | null>;
  byReference(reference: string): Promise<Stored | null>;
  /** Takes the lease when it is free or lapsed; answers the fencing number, or null while another holds it. */
  lease(id: string, owner: string, now: number, ttlMs: number): Promise<number | null>;
  /** Prolongs the lease; false when it was lost. */
  renew(id: string, fence: number, now: number, ttlMs: number): Promise<boolean>;
  /** Gives the lease back. */
  free(id: string, fence: number): Promise<void>;
  /** Writes with compare-and-swap on version and fence; answers the new version, or null when either moved. */
  save(write: Write): Promise<number | null>;
  /** Moves the next wake-up and nothing else: the version, and so every ETag, stays. Ignored when the fence moved. */
  postpone(id: string, fence: number, dueAt: number | null): Promise<void>;
  /** Appends what arrived from outside, and makes the checkout due at once. */
  append(input: Input): Promise<void>;
  /** Inputs not used yet, oldest first. */
  inputs(id: string): Promise<readonly Input[]>;
  /** Ids of checkouts whose time has come and whose lease is free, oldest first. */
  due(now: number, limit: number): Promise<readonly string[]>;
  /** Adds history outside a state change, such as the HTTP calls of a read. */
  note(id: string, entries: readonly JournalEntry[]): Promise<void>;
  journal(id: string): Promise<readonly JournalEntry[]>;
  /** Which attempt a return token, or the key of a fixed return, names. */
  returned(token: string): Promise<{ readonly checkoutId: string; readonly attemptId: string } | null>;
  /** What needs a person, oldest first. */
  needingAttention(limit: number): Promise<readonly Stored[]>;
  /** How many checkouts stand in each pair of ledgers, for metrics. */
  census(): Promise<
    readonly {
      readonly tickets: string;
      readonly money: string;
      readonly attention: string | null;
      readonly count: number;
      readonly oldest: number;
    }[]
  >;
}
