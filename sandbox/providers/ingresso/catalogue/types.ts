import type { Poster } from '../../../posters/types';
import type { CurrencyCode } from '../money';

/** The supplier ticketing systems behind the platform; a bundle is what one of them sells in one go. */
export type SourceCode = 'ext_test0' | 'ext_test1' | 'ext_test2' | 'ext_test3';

/** Which of the platform's merchant accounts at Stripe a source's money goes to. */
export type DebitorName = 'ingresso_gbp' | 'ingresso_other' | 'ingresso_eur';

/** A supplier ticketing system. */
export interface Source {
  readonly code: SourceCode;
  readonly desc: string;
  readonly currency: CurrencyCode;
  readonly debitor: DebitorName;
  /** False: cancelling one order of a bundle takes the others with it. */
  readonly cancelsSingly: boolean;
  readonly maxBundleSize: number;
}

/** A place with a clock of its own. The country code is the platform's: the United Kingdom is `uk`. */
export interface VenueSpec {
  readonly name: string;
  /** Lines of the address, without city and postcode. */
  readonly address: readonly string[];
  readonly city: string;
  readonly cityCode: string;
  readonly country: string;
  readonly countryCode: string;
  readonly postcode: string;
  readonly latitude: number;
  readonly longitude: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** A kind of price within a band. Minor units; `was` is the full price where this one is an offer. */
export interface Discount {
  readonly code: string;
  readonly desc: string;
  /** Who it is for, in the platform's words. */
  readonly semantic?: 'standard' | 'child' | 'student' | 'senior';
  readonly seat: number;
  readonly fee: number;
  readonly was?: { readonly seat: number; readonly fee: number };
  readonly minAge?: number;
  readonly maxAge?: number;
}

/** A row of a seat map: its letter and the runs of seats in it, first and last number included. */
export interface Row {
  readonly name: string;
  readonly runs: readonly (readonly [number, number])[];
}

/** A price band; the first discount is what availability shows. With `rows` its seats can be chosen. */
export interface PriceBand {
  /** With its suffix, `A/pool` or `A/alloc`. */
  readonly code: string;
  readonly desc?: string;
  readonly discounts: readonly [Discount, ...Discount[]];
  readonly rows?: readonly Row[];
}

/** A part of house. */
export interface TicketType {
  readonly code: string;
  readonly desc: string;
  readonly bands: readonly [PriceBand, ...PriceBand[]];
}

/** A way to get the tickets. Minor units; without `countries` it goes everywhere. */
export interface SendMethod {
  readonly code: string;
  readonly desc: string;
  readonly type: 'collect' | 'post' | 'selfprint';
  readonly cost: number;
  readonly countries?: readonly string[];
  /** Not offered any more this many days before the performance. */
  readonly untilDays?: number;
  /** Shown with the booked order. */
  readonly finalComment?: string;
  /** The partner may print tickets of its own from the seats' barcodes. */
  readonly ownPrint?: true;
}

/** What a scenario event does, each on its own. Absent is life as it should be. */
export interface Behaviour {
  /** Reserving it fails with this comment, though it looks available. */
  readonly reserveFails?: string;
  /** Weekday (0 is Sunday) on which reserving fails. */
  readonly reserveFailsOn?: number;
  /** Weekday on which the second and third ticket have a restricted view. */
  readonly restrictedOn?: number;
  /** A seat that makes the reservation fail, and one for which others are given. */
  readonly failSeat?: string;
  readonly swapSeat?: string;
  /** A seat that is given to somebody else while the rest of the request is kept. */
  readonly loseSeat?: string;
  /** The supplier refuses it after payment was authorised: always, or when the customer's second address line says `fail part one`. */
  readonly purchaseFails?: 'always' | 'fail part one';
  /** The supplier takes this long to buy, by the sandbox's clock. */
  readonly slowMs?: number;
  /** The price rises by this many percent between availability and reservation. */
  readonly risesPercent?: number;
  /** Length of its hold in place of 15 minutes. */
  readonly holdMs?: number;
  /** Where payment is by Stripe's tokens, the bank's question is put to the customer by a redirect instead of being a refusal. */
  readonly asksBank?: true;
  /** Where payment is by Stripe's tokens, the one that came with the purchase is lost, and a callout asks for another. */
  readonly losesToken?: true;
  /** How the customer is sent to pay, where payment is by redirect. */
  readonly callouts?: CalloutPlan;
  /** A cancellation is tried at the supplier and fails. */
  readonly cancelFails?: true;
  readonly backendDown?: true;
}

/** How a bundle's redirects go. */
export interface CalloutPlan {
  /** Pages one after another; 1 where it is not said. */
  readonly hops?: number;
  /** `post`: every page is opened by POST. `mixed`: GET and POST in turn. */
  readonly method?: 'get' | 'post' | 'mixed';
  /** Parameters named 10, 2 and b, to be sent in just this order. */
  readonly ordered?: true;
  /** A page at an address that no shop has on its list. */
  readonly foreign?: true;
  /** The page comes back with a cross-site POST. */
  readonly returnsBy?: 'get' | 'post';
  /** It brings back parameters that have to reach the platform as they came: repeated, empty, with signs. */
  readonly echoes?: true;
}

/** An event as the catalogue's files describe it; performances and stock follow from it by rule. */
export interface EventSpec {
  readonly id: string;
  readonly title: string;
  readonly source: SourceCode;
  readonly venue: VenueSpec;
  /** Code to description. */
  readonly classes: Readonly<Record<string, string>>;
  readonly minutes: number;
  /** Days of the week, 0 is Sunday. */
  readonly days: readonly number[];
  /** Local start times, `HH:MM`; empty for tickets of a day. */
  readonly times: readonly string[];
  /** False: tickets without a date, with one dummy performance. */
  readonly dated: boolean;
  readonly seated: boolean;
  /** Where seats can be chosen. */
  readonly choice?: { readonly contiguous: boolean; readonly singles: 'always' | 'never' | 'if_necessary' };
  readonly restricted?: readonly string[];
  readonly seatTexts?: Readonly<Record<string, string>>;
  readonly types: readonly [TicketType, ...TicketType[]];
  readonly sends: readonly SendMethod[];
  /** Most tickets of one order. */
  readonly maxSeats: number;
  /** Tickets of a band and performance where seats cannot be chosen. */
  readonly capacity: number;
  /** Said of performances on one weekday. */
  readonly perfName?: { readonly day: number; readonly name: string };
  /** `day time` on which nothing is left, such as `6 19:30`. */
  readonly never?: string;
  readonly info: string;
  readonly facts: Readonly<Record<string, readonly [name: string, value: string]>>;
  readonly review?: { readonly author: string; readonly stars: number; readonly body: string };
  readonly criticPercent?: number;
  readonly userPercent?: number;
  readonly popularity: number;
  readonly upsells?: readonly string[];
  readonly cancellable?: true;
  readonly needsEmail?: true;
  readonly needsAgentReference?: true;
  /** Barcodes on its seats once they are booked. */
  readonly barcode?: 'qr_code' | 'code128' | 'pdf417' | 'aztec';
  readonly wallets?: true;
  readonly poster: Poster;
  readonly behaviour?: Behaviour;
}
