import type { FailureCode } from './errors';
import type { Json } from './json';
import type { Symbology } from './symbology';

/** How one item ended, in the supplier's own word. `pending` is booked-to-be: nobody may be told that it failed. */
export interface ItemOutcome {
  readonly itemId: string;
  readonly status: 'booked' | 'failed' | 'pending' | 'cancelled';
  /** What the venue knows the booking by. */
  readonly reference?: string;
  readonly vouchers?: readonly Voucher[];
  /** More vouchers are promised for later. */
  readonly voucherToCome?: boolean;
  readonly code?: FailureCode;
  /** Of what failed or was cancelled: why, in the supplier's own words. */
  readonly text?: string;
  /** Of `pending` that somebody decides by hand: when they have decided at the latest, as the supplier says. Milliseconds. */
  readonly answerBy?: number;
  /** How to use or collect the tickets, as the supplier says it. Plain text with line breaks. */
  readonly instructions?: string;
}

/**
 * A document or code that admits people. `url` is the supplier's: a document's never leaves the server, a link's only as
 * a redirect, once access was checked.
 */
export interface Voucher {
  readonly id: string;
  readonly kind: 'pdf' | 'link' | 'qr' | 'barcode';
  readonly label: string;
  /** For `pdf` and `link`: where the supplier serves it. */
  readonly url?: string;
  /** For `qr` and `barcode`: the raw value to draw. */
  readonly value?: string;
  /** For `barcode`: what it is drawn as; absent where nobody here can draw it. */
  readonly symbology?: Symbology;
}

/**
 * One line of the money ledger, for instance one a bundle. All numbers are minor units of `currency`.
 * `refundDue` is what must still go back to the customer; it falls as `refunded` rises.
 */
export interface MoneyEntry {
  readonly key: string;
  readonly itemIds: readonly string[];
  readonly collectedBy: 'supplier' | 'partner';
  readonly currency: string;
  readonly exponent: number;
  readonly due: number;
  readonly authorised: number;
  readonly captured: number;
  readonly refunded: number;
  readonly refundDue: number;
  /** Of what was taken: what stays with whoever took it, by the terms under which tickets were cancelled. Absent: nothing. */
  readonly retained?: number;
  /** Payment provider's id of the payment, such as an intent. Never a secret. */
  readonly reference?: string;
  /** Money is on its way (`pending`) or nobody knows yet (`unknown`); absent when the numbers are the whole truth. */
  readonly standing?: 'pending' | 'unknown';
}

/**
 * What `start`, `advance`, `book` and `check` answer: a closed union that alone decides what happens next.
 * The heart gives each new step of an attempt an id; a result that names an older one changes nothing.
 */
export type Step =
  /** The method's component runs in the page. `resume` carries a browser return that only the browser can finish. */
  | {
      readonly kind: 'pay';
      readonly method: string;
      readonly params: Json;
      readonly resume?: Json;
      /** The supplier books when it is told that the customer paid: whatever says so, page or provider, brings on `advance`. */
      readonly confirm?: true;
    }
  /** The hand-over page sends the customer there; fields keep the supplier's order. */
  | {
      readonly kind: 'redirect';
      readonly url: string;
      readonly httpMethod: 'GET' | 'POST';
      readonly fields: readonly (readonly [string, string])[];
      /** Where a look found this redirect: the return token that the supplier still waits for. */
      readonly returnToken?: string;
      /** What a provider with a fixed return address names this payment by: see `returns` of the supplier. */
      readonly returnKeys?: readonly string[];
    }
  /**
   * Nothing to do for the customer. `again` says which verb asks again: `check` reads, `advance` may act. Nobody asks
   * before `retryAfterMs`: the supplier's own wish, or `SOON_MS` where it has none and the heart's schedule will do.
   */
  | {
      readonly kind: 'wait';
      readonly retryAfterMs: number;
      readonly why: WaitReason;
      readonly again?: 'check' | 'advance';
    }
  /** The supplier's last word on every item; some may still be pending. */
  | {
      readonly kind: 'settled';
      readonly items: readonly ItemOutcome[];
      readonly money: readonly MoneyEntry[];
    }
  /** Not paid; another try is safe. */
  | {
      readonly kind: 'declined';
      readonly code: FailureCode;
      readonly holdKept: boolean;
      /** With `details_rejected`: which values, as JSON Pointers into `details.values`. */
      readonly rejected?: readonly string[];
    }
  /** Over, and nothing was charged. */
  | { readonly kind: 'failed'; readonly code: FailureCode }
  /** Nobody knows yet: never offer to pay, keep asking. */
  | { readonly kind: 'unknown'; readonly since: number };

export type StepKind = Step['kind'];

/** Why the customer waits; decides the sentence. */
export type WaitReason =
  | 'starting'
  | 'payment_processing'
  | 'booking'
  | 'collecting'
  | 'supplier_slow'
  /** The customer left the payment page: that payment is being closed, so that nothing can be taken through it. */
  | 'abandoned';
