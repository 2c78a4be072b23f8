import type { FailureCode } from './errors';
import type { JsonObject } from './json';
import type {
  Attempt,
  Change,
  Checkout,
  ClientFacts,
  HoldRequest,
  Input,
  Item,
  Proof,
  Refusal,
  Totals,
} from './model';
import type { Amount } from './money';
import type { MoneyEntry, Step, Voucher } from './step';

/**
 * The contract of a supplier: data, and functions that answer values. Business outcomes are values; only faults throw.
 * A verb that is absent is a capability the supplier lacks.
 *
 * Only `start`, `advance`, `book` and `cancel` may move money or tickets; the heart writes an intent before each
 * call of them and of `hold`, `extend` and `release`. `check` only reads, and is the truth.
 */
export interface Supplier {
  readonly id: string;
  /** Name for people. */
  readonly name: string;
  readonly options: readonly OptionSpec[];
  /** What to do when the answer of an acting call was lost: see `LostAnswers`. */
  readonly lost: LostAnswers;
  /** Origins that its pages need in the browser, for the CSP. */
  readonly origins: { readonly images: readonly string[]; readonly frames: readonly string[] };

  events(ctx: CallContext, query: EventQuery): Promise<Answer<EventPage>>;
  event(ctx: CallContext, id: string, locale: string): Promise<Answer<EventDetail>>;
  offers?(ctx: CallContext, event: string, date: string | null): Promise<Answer<Offers>>;
  readonly picker?: Picker;

  /** Prices what would be held; nothing is kept. */
  quote(ctx: CallContext, request: HoldRequest): Promise<Answer<Quote>>;
  /** Holds. `previous` is the memo of a hold that lapsed or was released, when the same is to be held again. */
  hold(ctx: CallContext, request: HoldRequest, previous: Checkout | null): Promise<HoldResult>;
  extend?(ctx: CallContext, checkout: Checkout): Promise<Answer<{ readonly expiresAt: number }>>;
  /** Lets go of everything still held and closes the way to pay for it. Refused when money or booking got there first. */
  release?(ctx: CallContext, checkout: Checkout): Promise<ReleaseResult>;

  start(ctx: PayContext, checkout: Checkout, attempt: Attempt): Promise<StepResult>;
  advance?(ctx: PayContext, checkout: Checkout, attempt: Attempt, input: Input | null): Promise<StepResult>;
  book?(ctx: PayContext, checkout: Checkout, attempt: Attempt, proof: Proof): Promise<StepResult>;
  check(ctx: CallContext, checkout: Checkout, attempt: Attempt | null): Promise<StepResult>;
  cancel?(ctx: CallContext, checkout: Checkout, itemIds: readonly string[]): Promise<CancelResult>;

  /** Which options can be used for this checkout, where the supplier's answers decide; absent: all of them. */
  offered?(checkout: Checkout): Readonly<Record<string, Offered>>;
  /** Fetches a voucher's document for a customer whose access was checked. */
  document?(ctx: CallContext, voucher: Voucher): Promise<Answer<VoucherFile>>;
}

/** A way to pay. `method` is absent where the partner collects: then it is offered once for each collector. */
export interface OptionSpec {
  readonly id: string;
  /** Key of its name for people, in `messages/<locale>/options.json`. */
  readonly label: string;
  readonly collects: 'supplier' | 'partner';
  readonly method?: string;
}

export interface Offered {
  readonly available: boolean;
  readonly reason?: string;
  readonly instruments?: readonly { readonly kind: 'saved'; readonly id: string; readonly label: string }[];
}

/**
 * The retry table of a supplier's acting verbs: after a crash or a lost answer, `repeat` where the supplier
 * promises that the same call twice does the work once, `check` where only reading is safe, `give_up` where the
 * orphan frees itself (holds).
 */
export interface LostAnswers {
  readonly hold: 'repeat' | 'give_up';
  readonly start: 'repeat' | 'check';
  readonly advance: 'repeat' | 'check';
  readonly book: 'repeat' | 'check';
  readonly release: 'repeat' | 'check';
  readonly cancel: 'repeat' | 'check';
}

/** What a verb gets of its surroundings. `record` puts an HTTP call into the checkout's journal. */
export interface CallContext {
  readonly traceId: string;
  readonly locale: string;
  readonly record: (call: CallRecord) => void;
}

/** For verbs that may send the customer away: where to come back to, fresh for each call and stored before it. */
export interface PayContext extends CallContext {
  readonly returnUrl: string;
  /** The unguessable last segment of `returnUrl`, for suppliers that want it by itself. */
  readonly returnToken: string;
  readonly client: ClientFacts;
}

/** An outgoing call as the journal keeps it: no bodies, no query, no headers. */
export interface CallRecord {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly outcome: 'answered' | 'refused' | 'unsent' | 'lost';
  readonly ms: number;
  readonly at: number;
}

/** A value, or why there is none. `unavailable` passes; `not_found` does not. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: 'not_found' | 'unavailable' | 'refused' | 'misconfigured';
      readonly refusals?: readonly Refusal[];
    };

export interface StepResult {
  readonly step: Step;
  /** Replaces the attempt's memo. */
  readonly memo?: JsonObject;
  /** Replaces the checkout's memo. */
  readonly holdMemo?: JsonObject;
}

export type HoldResult =
  | {
      readonly kind: 'held';
      readonly memo: JsonObject;
      readonly items: readonly Omit<Item, 'status' | 'vouchers'>[];
      readonly totals: readonly Totals[];
      readonly money: readonly MoneyEntry[];
      readonly changes: readonly Change[];
      readonly schema: JsonObject;
      readonly expiresAt: number | null;
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'unknown' };

/** `busy`: a payment or booking has begun; look before anything else. */
export type ReleaseResult =
  | { readonly kind: 'released' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'unknown' };

export type CancelResult =
  | { readonly kind: 'cancelled'; readonly items: readonly string[]; readonly money: readonly MoneyEntry[] }
  | { readonly kind: 'refused'; readonly code: FailureCode }
  /** These must go together with what was asked for. */
  | { readonly kind: 'with'; readonly items: readonly string[] }
  | { readonly kind: 'unknown' };

export interface VoucherFile {
  readonly contentType: string;
  readonly body: Uint8Array;
}

export interface EventQuery {
  readonly text: string;
  /** From 1. */
  readonly page: number;
  readonly locale: string;
}

export interface EventPage {
  readonly events: readonly EventSummary[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

export interface EventSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly image?: string;
  readonly category?: string;
  readonly city?: string;
  readonly venue?: string;
  /** Cheapest ticket; an indication, not an offer. */
  readonly from?: Amount;
  readonly dates?: { readonly from: number; readonly to: number };
}

export interface EventDetail extends EventSummary {
  readonly description: string;
  /** Larger picture than `image`. */
  readonly hero?: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly highlights: readonly string[];
  readonly performances: readonly {
    readonly date: string;
    readonly startsAt?: number;
    readonly timeZone?: string;
  }[];
  readonly notices: readonly string[];
}

/** What can be had on one date. `date` of the ask is that of a performance, or null for tickets without one. */
export interface Offers {
  readonly offers: readonly Offer[];
}

/** Something with one price list, such as a price band of one performance. Its id goes into a line as it is. */
export interface Offer {
  readonly id: string;
  readonly title: string;
  /** Which performance it is of, where a date has several. UTC, milliseconds; shown in `timeZone`. */
  readonly startsAt?: number;
  readonly timeZone?: string;
  readonly ticketTypes: readonly TicketType[];
  /** How many tickets of all types together can be bought, where not every number can be. Ascending. */
  readonly quantities?: readonly number[];
  /** Seats to choose from; absent where the supplier gives the best that it has. */
  readonly seats?: readonly Seat[];
  /** Chosen seats must be neighbours within a `block`. */
  readonly adjacent?: boolean;
  /** The supplier refuses a choice that leaves a single seat alone in its `block`. */
  readonly noSingles?: boolean;
  readonly notices: readonly string[];
}

/** One kind of ticket within an offer, such as "Child". Prices are of one ticket, fee included in `price`. */
export interface TicketType {
  readonly type: string;
  readonly label: string;
  readonly price: Amount;
  /** The part of `price` that is a booking fee. */
  readonly fee?: Amount;
  /** What it costs without the offer that makes it cheaper now. */
  readonly before?: Amount;
  readonly min: number;
  readonly max: number;
  readonly notice?: string;
}

export interface Seat {
  readonly id: string;
  /** As it stands on the seat: "A12". */
  readonly label: string;
  readonly row: string;
  /** Neighbours share it; a gap or an aisle begins another. In the order in which they are listed. */
  readonly block: string;
  readonly available: boolean;
  readonly restricted?: boolean;
  /** The supplier's own words about this seat, which must be read before it is paid. */
  readonly notice?: string;
}

/** The supplier's own page for choosing dates and seats, shown in a frame. */
export interface Picker {
  /** Opens it for an event, into an existing basket or a new one. The basket stays on the server. */
  open(ctx: CallContext, ask: { event: string; basket: JsonObject | null }): Promise<Answer<PickerOpened>>;
  /** Takes one item out of the basket before checkout. */
  remove(ctx: CallContext, basket: JsonObject, item: string): Promise<Answer<null>>;
}

export interface PickerOpened {
  readonly url: string;
  /** The only origin whose messages count. */
  readonly origin: string;
  readonly basket: JsonObject;
}

/**
 * Of lines: a line that no offer could ever make (an unknown offer or seat, a number that is not sold) is refused with
 * `invalid_selection`; one that is gone, or that another line rules out, is discarded and the others are priced.
 */
export interface Quote {
  readonly items: readonly (Omit<Item, 'status' | 'vouchers'> & OfLine)[];
  readonly totals: readonly Totals[];
  /** What could not be priced or is gone, and why. */
  readonly discarded: readonly (Refusal & OfLine)[];
  /** For each group of tickets that travel together: the ways, and the one that these totals count with. */
  readonly delivery: readonly {
    readonly group: string;
    /** What the group is for people, such as the titles in it. */
    readonly label?: string;
    readonly chosen?: string;
    readonly choices: readonly DeliveryChoice[];
  }[];
  readonly expiresAt: number | null;
}

/** Which of the lines that were asked for it is, from 0, so that the customer can take it out. Absent for a picker's. */
export interface OfLine {
  readonly line?: number;
}

export interface DeliveryChoice {
  readonly code: string;
  readonly label: string;
  readonly price: Amount;
  readonly kind?: 'collect' | 'post' | 'self_print';
  /** Names of the countries it is limited to. */
  readonly countries?: readonly string[];
}
