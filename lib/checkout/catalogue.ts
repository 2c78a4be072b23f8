import type { Item, Refusal, Totals } from './model';
import type { Amount } from './money';

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
  /** What all tickets of a choice cost together, however many they are; then each of them costs nothing by itself. */
  readonly price?: Amount;
  readonly ticketTypes: readonly TicketType[];
  /** How many tickets of all types together can be bought, where not every number can be. Ascending. */
  readonly quantities?: readonly number[];
  /** Seats to choose from; absent where the supplier gives the best that it has. */
  readonly seats?: readonly Seat[];
  /** Chosen seats must be neighbours within a `block`. */
  readonly adjacent?: boolean;
  /** Nobody has a seat, so nothing is said of which. */
  readonly unseated?: boolean;
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
  /** Nothing of the offer is sold without one of these. */
  readonly needed?: boolean;
  /** Types of which at least one must be bought with it. */
  readonly company?: readonly string[];
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
  /** Where a promo code was asked about: what these totals count of it. */
  readonly promo?: Promo;
}

/** `off` is what a code takes off the whole; one that is not accepted takes off nothing, and so may one that is. */
export interface Promo {
  readonly code: string;
  readonly accepted: boolean;
  readonly off: Amount;
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
