import type { FailureCode } from './errors';
import type { JsonObject } from './json';
import type { Attempt, Checkout, Proof } from './model';
import type { Step } from './step';
import type { PayContext } from './supplier';

/**
 * Takes the money for the partner, where the partner is merchant of record. Options are composed as
 * `base:collector`: hold → collect → `book` with the proof → if that fails for good, refund or refund due.
 */
export interface Collector {
  readonly id: string;
  /** Key of its name for people, in `messages/<locale>/options.json`. */
  readonly label: string;
  /** Whether it can take this checkout's money, and why not, in a sentence. */
  accepts(checkout: Checkout): { readonly available: boolean; readonly reason?: string };
  /** Asks for the money once; a lost answer is resolved by `check`. */
  collect(ctx: PayContext, checkout: Checkout, attempt: Attempt): Promise<Collection>;
  /** Reads how far the money got, and is the truth about it. */
  check(ctx: PayContext, checkout: Checkout, attempt: Attempt): Promise<Collection>;
  /** What operators find an attempt's money by at the provider; null while nothing was asked for. */
  named?(attempt: Attempt): Named | null;
  /** Gives back; absent where the provider cannot: then the money is `refund_due` until an operator marks it. */
  refund?(ctx: PayContext, proof: Proof, amount: number): Promise<'refunded' | 'refused' | 'unknown'>;
}

/** A payment at a collector's provider: the name that we gave it, and its own. Neither opens anything. */
export interface Named {
  readonly reference: string;
  readonly id: string;
}

/** An attempt as its collector sees it: the notes are its own, which the supplier's never replace. */
export function asCollected(attempt: Attempt): Attempt {
  return { ...attempt, memo: attempt.collection ?? {} };
}

export type Collection =
  /** Not in yet. A `wait` for `payment_processing` says that money is on its way: then nobody is asked to pay again. */
  | {
      readonly kind: 'ask';
      readonly step: Extract<Step, { kind: 'pay' | 'redirect' | 'wait' }>;
      readonly memo?: JsonObject;
    }
  /**
   * The money is in: all that came so far, which may be less or more than was due. `open`: more can still come in through the
   * same request, such as a link that a second person pays, so it goes on being looked at.
   */
  | { readonly kind: 'paid'; readonly proof: Proof; readonly open?: true; readonly memo?: JsonObject }
  /** Over for good: nothing can be paid through this request any more. */
  | { readonly kind: 'declined'; readonly code: FailureCode; readonly memo?: JsonObject }
  | { readonly kind: 'unknown'; readonly memo?: JsonObject };
