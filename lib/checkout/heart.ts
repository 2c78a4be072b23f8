import type { Json, JsonObject } from './json';
import type { ClientFacts, HoldRequest, OperatorOrder } from './model';
import type { Received } from './operator-collector';
import type { Stored } from './store';

/**
 * Everything that can be asked of a checkout. Each call goes through settle, answers within about a second,
 * and leaves slow work to the lease-holder: the stored checkout then says `wait`.
 */
export interface Heart {
  /** Holds: creates the checkout and waits a while for the supplier. The checkout may come back still `open`. */
  open(ask: OpenAsk): Promise<Stored>;
  /** Reads our store only. */
  read(id: string): Promise<Stored | null>;
  /** The customer accepts what changed, as seen in `version`. */
  accept(id: string, version: number): Promise<Outcome>;
  /** Holds the same again after it expired, was released or failed with nothing charged. */
  hold(id: string): Promise<Outcome>;
  extend(id: string): Promise<Outcome>;
  /** Asks the supplier now, or joins whoever is asking. */
  check(id: string): Promise<Outcome>;
  /** Lets go, unless a payment got there first. */
  release(id: string): Promise<Outcome>;
  /** Checks and keeps the customer's details; with `draft` what is invalid is kept too, for forms without JavaScript. */
  details(id: string, values: JsonObject, mode: 'strict' | 'draft'): Promise<Outcome>;
  /** Starts paying, or joins the attempt that is open with the same option. */
  attempt(id: string, ask: AttemptAsk): Promise<Outcome>;
  /** What the method's component produced for a step. */
  result(id: string, attempt: string, step: string, data: Json): Promise<Outcome>;
  /** A browser came back through a return URL; `params` verbatim. Null for a token nobody issued, or no fixed return's key. */
  returned(token: string, params: Json): Promise<Stored | null>;
  /** An operator's act, with who and why. */
  operate(id: string, order: OperatorOrder): Promise<Outcome>;
  /** An operator books an option of the partner's: the money is in, by other means. Never without it. */
  bookFor(id: string, booking: OperatorBooking): Promise<Outcome>;
  /** An operator notes that money went back by other means. */
  markRefunded(id: string, entryKey: string, by: string, reason: string): Promise<Outcome>;
}

export interface OpenAsk {
  readonly supplier: string;
  readonly request: HoldRequest;
  readonly locale: string;
  /** Chosen by the caller, so that a repeat of the same request finds it. */
  readonly id: string;
}

export interface AttemptAsk {
  readonly option: string;
  readonly instrument?: { readonly kind: 'saved'; readonly id: string };
  readonly client: ClientFacts;
  /** Chosen by the caller, so that a repeat of the same request finds it. */
  readonly id: string;
}

/** An operator's word that the partner has the money, and which option is to be booked for it. Minor units. */
export interface OperatorBooking {
  /** The supplier's own option, without a collector: `supplier.option`. */
  readonly option: string;
  readonly received: Received;
  readonly by: string;
  readonly reason: string;
}

export type Outcome =
  | { readonly ok: true; readonly stored: Stored }
  | { readonly ok: false; readonly problem: Refused; readonly stored: Stored | null };

/** Why a command changed nothing. */
export interface Refused {
  readonly code: RefusedCode;
  /** JSON Pointers into the details, each with a sentence, when `code` is `details_invalid` or `details_missing`. */
  readonly fields?: readonly FieldError[];
  readonly retryAfterMs?: number;
}

/** `path` as in `/customer/email`; `rule` is the JSON Schema keyword that failed, `required` for what is missing. */
export interface FieldError {
  readonly path: string;
  readonly rule: string;
}

export type RefusedCode =
  | 'not_found'
  /** Another call is changing it; nothing was done, ask again. */
  | 'busy'
  /** It moved since the caller read it. */
  | 'stale_version'
  /** The tickets or the money are not in a state that allows it. */
  | 'wrong_state'
  | 'changes_unaccepted'
  | 'details_missing'
  | 'details_invalid'
  | 'option_unavailable'
  | 'data_invalid'
  | 'hold_expired'
  /** Still held, but for too short a time to pay in it. */
  | 'hold_ending'
  | 'too_many_attempts'
  | 'capability_missing';
