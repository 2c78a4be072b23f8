import type { EventDetail, EventPage, EventQuery, Offers, Quote } from './catalogue';
import type { FailureCode } from './errors';
import type { Json, JsonObject } from './json';
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
import type { MoneyEntry, Step, Voucher } from './step';

/** What can be looked at and chosen before anything is held: a part of the contract with a file of its own. */
export type * from './catalogue';

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
  /**
   * What is taken is held for nobody until it is paid: its `hold` only keeps what was chosen, and has no end. Customers are told
   * so, and what it costs is asked about again before anything is paid. Absent: it holds.
   */
  readonly holds?: false;
  /** Takes one promo code with all that is asked for, in `quote` and `hold`. Absent: it knows of none. */
  readonly promoCodes?: true;
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
  /**
   * Asked before a partner's collector takes money, where the hold holds nothing: whether it can still be had as it was shown.
   * Null: it can. Else the step that says why not, and nobody is asked for money. Nothing is ordered by it, so it may be done twice.
   */
  ready?(ctx: PayContext, checkout: Checkout): Promise<StepResult | null>;
  book?(ctx: PayContext, checkout: Checkout, attempt: Attempt, proof: Proof): Promise<StepResult>;
  check(ctx: CallContext, checkout: Checkout, attempt: Attempt | null): Promise<StepResult>;
  cancel?(ctx: CallContext, checkout: Checkout, itemIds: readonly string[]): Promise<CancelResult>;

  readonly cards?: CardDesk;

  /**
   * Providers behind it that send customers back to one fixed address, `/return/{name}`, and not to ours: the name, at most
   * fifteen letters, and how to read from what came which payment it is about. The step that led there has the same key.
   */
  readonly returns?: Readonly<Record<string, (params: Json) => string | null>>;

  /**
   * Which options can be used for this checkout, where the supplier's answers decide; absent: all of them. Null: it does
   * not exist for this checkout, and nobody need be told why.
   */
  offered?(checkout: Checkout): Readonly<Record<string, Offered | null>>;
  /** What it sends us by itself, such as a webhook: who sent it is asked first, and what it says only names a checkout to look at. */
  notices?(ctx: CallContext, notice: Notice): Promise<Heard>;
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
  /** For servers that bring card details, by `cards` of the supplier: shown in no page, begun by no ordinary call. */
  readonly server?: true;
}

/** A card as its holder typed it. Lives in memory from the request to the supplier's call, and nowhere else. */
export interface CardDetails {
  readonly number: string;
  readonly expiryMonth: string;
  readonly expiryYear: string;
  readonly cvc: string;
  readonly holderName: string;
}

/** Only where the partner is certified for card numbers. What is kept is used once, by the attempt of that id. */
export interface CardDesk {
  readonly option: string;
  keep(attemptId: string, card: CardDetails): void;
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
  /** A try within the attempt was refused, and `step` is the next one: counted, and said beside it. */
  readonly declined?: FailureCode;
  /** What was handed out to pay with, where `step` does not show it: its provider is asked whether somebody paid. */
  readonly watch?: Extract<Step, { kind: 'pay' }>;
  /** The hold lasts until then now; milliseconds. It never gets shorter by it. */
  readonly expiresAt?: number;
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
  | {
      readonly kind: 'cancelled';
      readonly items: readonly string[];
      readonly money: readonly MoneyEntry[];
      /** What comes back by the supplier's terms, for whoever ordered it. */
      readonly policy?: string;
    }
  | { readonly kind: 'refused'; readonly code: FailureCode }
  /** These must go together with what was asked for. */
  | { readonly kind: 'with'; readonly items: readonly string[] }
  | { readonly kind: 'unknown' };

/** Something that came to `/api/webhooks/{supplier}`, to the letter. */
export interface Notice {
  /** The header of that name. */
  readonly authorization: string | null;
  readonly body: string;
}

/** `forged`: not from the supplier. `later`: it cannot be told now; whoever sent it sends it again. */
export type Heard =
  | { readonly kind: 'about'; readonly checkoutId: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'forged' }
  | { readonly kind: 'later' };

export interface VoucherFile {
  readonly contentType: string;
  readonly body: Uint8Array;
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
