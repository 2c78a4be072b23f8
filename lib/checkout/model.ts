import type { FailureCode } from './errors';
import type { Json, JsonObject } from './json';
import type { Amount } from './money';
import type { MoneyEntry, Step, Voucher } from './step';

export type { JournalEntry } from './journal';

/** One thing on sale within a hold, with its own fate: one item's failure never rewrites another's. */
export interface Item {
  readonly id: string;
  readonly title: string;
  /** UTC, milliseconds; shown in `timeZone`, the venue's. Absent for tickets without a date. */
  readonly startsAt?: number;
  readonly timeZone?: string;
  /** The venue's calendar day, `2026-12-05`, of tickets for a day and no time; then there is no `startsAt`. */
  readonly day?: string;
  readonly venue?: string;
  readonly image?: string;
  /** When the supplier lets go of it; milliseconds, UTC. */
  readonly expiresAt?: number;
  readonly tickets: readonly TicketLine[];
  readonly seats?: readonly string[];
  readonly price: Amount;
  readonly fee: Amount;
  readonly notices: readonly string[];
  readonly status: ItemStatus;
  readonly reference?: string;
  readonly vouchers: readonly Voucher[];
  readonly voucherToCome?: boolean;
  /** How the tickets reach the customer, as the supplier names it: "Collect from the venue". */
  readonly delivery?: string;
  /** This item's share of what the delivery costs; it goes back with the item. */
  readonly deliveryFee?: Amount;
  /** What the supplier wants the customer to know once it is booked, such as how to collect. Plain text with line breaks. */
  readonly instructions?: string;
  /** Why it failed, when it did. */
  readonly code?: FailureCode;
  /** Why it failed or was cancelled, in the supplier's own words. */
  readonly why?: string;
  /** While it is `booking` by somebody's hand: when they have decided at the latest, as the supplier says. Milliseconds, UTC. */
  readonly answerBy?: number;
}

/** `booking` is the supplier at work with money behind it; `unknown` is nobody's word yet. */
export type ItemStatus =
  | 'open'
  | 'held'
  | 'booking'
  | 'booked'
  | 'failed'
  | 'released'
  | 'expired'
  | 'cancelled'
  | 'unknown';

/** `type` is the supplier's id of it ("adult"), `label` its name for people; price is for all `quantity` of them. */
export interface TicketLine {
  readonly type: string;
  readonly label: string;
  readonly quantity: number;
  readonly price?: Amount;
}

/** One a currency, never summed across. Minor units. `paidBefore`, such as a deposit, is not in `due`. */
export interface Totals {
  readonly currency: string;
  readonly exponent: number;
  readonly items: number;
  readonly fees: number;
  readonly delivery: number;
  readonly discount: number;
  readonly paidBefore?: number;
  readonly due: number;
  /** What `due` comes to in the currency that the customer thinks in: an indication, never charged and never summed. */
  readonly indication?: Amount;
}

/** Something that is not as it was asked for or shown before; the customer accepts it before paying. */
export interface Change {
  readonly itemId?: string;
  readonly kind: 'price' | 'seats' | 'removed' | 'time' | 'delivery';
  /** The supplier's own sentence about it, where it has one. */
  readonly text?: string;
  /** For prices: what was shown before and what it is now. */
  readonly before?: Amount;
  readonly after?: Amount;
}

/** What is asked of the customer: JSON Schema 2020-12 over `customer`, `items.{id}` and `items.{id}.tickets[n]`. */
export interface Details {
  readonly schema: JsonObject;
  readonly values: JsonObject;
  /** Typed but not valid yet: kept so that nothing a person typed is lost. */
  readonly draft?: JsonObject;
  /** The supplier refused these values when it came to booking (JSON Pointers; empty when it did not say which). */
  readonly rejected?: readonly string[];
}

/** What the customer asked to hold. A picker's basket is the supplier's own and known to the server only. */
export type HoldRequest =
  | {
      readonly kind: 'lines';
      readonly lines: readonly Line[];
      readonly delivery: Readonly<Record<string, string>>;
      /** As somebody typed it; for suppliers that say that they take one. */
      readonly promoCode?: string;
    }
  | { readonly kind: 'basket'; readonly basket: JsonObject };

export interface Line {
  readonly event: string;
  readonly offer: string;
  /** `date` of the offers it was chosen from, for the way back to them; nothing that decides what is held. */
  readonly date?: string;
  /** How its seats were called and what was said of them when they were chosen, to be read again in the basket. */
  readonly shown?: { readonly seats: readonly string[]; readonly notices: readonly string[] };
  readonly tickets: readonly { readonly type: string; readonly quantity: number }[];
  readonly seats?: readonly string[];
  readonly options?: JsonObject;
}

/** Step with its id in the attempt. */
export type PlacedStep = Step & { readonly id: string };

/** One try to pay with one option. Evidence is kept by attempt, so a late refusal of one cannot undo another. */
export interface Attempt {
  readonly id: string;
  /** `tickitto.stripe`, or `base:collector`. */
  readonly option: string;
  readonly instrument?: { readonly kind: 'saved'; readonly id: string };
  readonly status: 'starting' | 'open' | 'waiting' | 'declined' | 'failed' | 'done' | 'unknown' | 'abandoned';
  readonly step: PlacedStep | null;
  /** Number of steps so far; makes step ids. */
  readonly steps: number;
  /** The supplier's own notes on this attempt. Server only. */
  readonly memo: JsonObject;
  /** The collector's, where one takes the money: what it finds a payment by, whatever the supplier notes. Server only. */
  readonly collection?: JsonObject;
  /** The collector's word that the money is in; made by the server only. */
  readonly proof: Proof | null;
  /** True once giving the money back was tried: a refusal leaves it to an operator. */
  readonly refundTried: boolean;
  /** True once the customer could pay: from then on only a look at the supplier tells how it ended. */
  readonly exposed: boolean;
  /** Its collector still takes money through it, although it was paid: what comes in on top is owed back. */
  readonly open?: boolean;
  /**
   * Token of the one return that may act: the newest that was handed out, stored before the call that hands it out.
   * With the next call it is spent, so a return acts upstream at most once.
   */
  readonly returnToken?: string;
  readonly declines: number;
  /** Why the last try in this attempt was refused, for the page; cleared by the next step. */
  readonly lastDecline?: FailureCode;
  /** True once a look after it was given up showed that nothing had been paid. */
  readonly cleared: boolean;
  /** What is known of the browser that started it; dropped as soon as the supplier has been asked. */
  readonly client: ClientFacts | null;
  readonly startedAt: number;
  /** When something last happened in it; the looks get rarer with the time since. */
  readonly touchedAt: number;
}

/** What our proxy settings vouch for about the customer's browser. For suppliers' fraud checks, never for access. */
export interface ClientFacts {
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** Its `Accept` header, which some payment pages choose their form by. */
  readonly accept: string | null;
}

/** Made on the server when a collector says that the money is in, and handed to `book`. Minor units. */
export interface Proof {
  readonly collector: string;
  readonly reference: string;
  readonly amount: number;
  readonly currency: string;
}

/** Verbs that may move money or tickets, each preceded by a durable intent. */
export type ActingVerb =
  | 'hold'
  | 'extend'
  | 'release'
  | 'start'
  | 'advance'
  | 'collect'
  | 'book'
  | 'refund'
  | 'cancel';

/** Written before an acting call, cleared with its outcome. One found without outcome tells that a process died in between. */
export interface Intent {
  readonly id: string;
  readonly verb: ActingVerb;
  readonly attemptId?: string;
  readonly inputId?: string;
  readonly itemIds?: readonly string[];
  /** Token of the return URL handed out with this call. */
  readonly returnToken?: string;
  readonly at: number;
}

/** Why an operator should look. */
export interface Attention {
  readonly code:
    | 'paid_not_booked'
    | 'unknown_outcome'
    | 'refund_due'
    | 'overpaid'
    | 'hold_not_released'
    | 'stuck';
  readonly since: number;
}

/** A checkout: one hold on one supplier, and everything that is known about its tickets and its money. */
export interface Checkout {
  readonly id: string;
  /** Short and speakable, at most 35 characters: "FYR-7K3M9Q2D". */
  readonly reference: string;
  readonly supplier: string;
  readonly traceId: string;
  readonly locale: string;
  readonly createdAt: number;
  /** When the present hold was asked for. */
  readonly askedAt: number;
  readonly request: HoldRequest;
  /** The supplier's own notes on the hold (basket id and the like). Server only. */
  readonly memo: JsonObject;
  readonly expiresAt: number | null;
  readonly items: readonly Item[];
  readonly money: readonly MoneyEntry[];
  readonly totals: readonly Totals[];
  readonly changes: readonly Change[];
  /** False while `changes` wait for the customer's yes. */
  readonly accepted: boolean;
  readonly details: Details;
  readonly attempts: readonly Attempt[];
  /** Why nothing could be held, when nothing could. */
  readonly refusals: readonly Refusal[];
  readonly intent: Intent | null;
  /** Someone or something wants the hold gone: the customer, or the clock. */
  readonly closing: 'released' | 'expired' | null;
  /** Since when; absent while nobody wants it gone. */
  readonly closingSince?: number;
  /** When the hold ended without tickets; late payments are still looked for some time after. */
  readonly closedAt: number | null;
  /** What an operator asked for and is not done yet. */
  readonly order: OperatorOrder | null;
  readonly attention: Attention | null;
  /** Fingerprints of what the customer was already told by mail, so that each thing is told once. */
  readonly told: { readonly confirmation?: string; readonly followUp?: string };
  /** Evidence by operators and late arrivals, kept for ever; see the journal for everything else. */
  readonly marks: readonly {
    readonly at: number;
    readonly by: string;
    readonly what: string;
    readonly reason: string;
  }[];
}

export interface Refusal {
  readonly code: FailureCode;
  /** Which line or item, when one is to blame. */
  readonly item?: string;
  /** What that is for people, where the customer cannot see it otherwise. */
  readonly title?: string;
  /** The supplier's own sentence about why; absent: ours for the code. */
  readonly text?: string;
}

export interface OperatorOrder {
  readonly act: 'cancel' | 'refund' | 'timeout-callback';
  readonly itemIds: readonly string[];
  readonly by: string;
  readonly reason: string;
}

/** Something that arrived from outside, appended before anything acts on it. */
export interface Input {
  readonly id: string;
  readonly checkoutId: string;
  readonly attemptId: string | null;
  /** The step it answers; an older one changes nothing. A return answers the hop of its token: see `returnOf`. */
  readonly stepId: string | null;
  readonly kind: 'result' | 'return' | 'webhook';
  /** As it came. Emptied to its evidence once used: tokens in it are kept no longer than that. */
  readonly data: Json;
  readonly at: number;
}
