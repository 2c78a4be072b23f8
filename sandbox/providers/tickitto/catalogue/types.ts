import type { Poster } from '../../../posters/types';

/** How tickets are tied to time: not at all, to a day, to an entry slot, or to a start. Tickitto's own words. */
export type Admission = 'open_entry' | 'date_entry' | 'slot_entry' | 'timed_entry';

/** A place with a clock of its own. */
export interface VenueSpec {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly country: string;
  /** ISO 3166 alpha-2. */
  readonly countryCode: string;
  readonly latitude: number;
  readonly longitude: number;
  /** IANA name. */
  readonly timeZone: string;
}

/** A kind of ticket (Tickitto: concession). `minor` is its price in minor units of the event's own currency. */
export interface TicketType {
  readonly id: string;
  readonly name: string;
  readonly minor: number;
  /** Who may use it, in a few words. */
  readonly note?: string;
}

/** A price area. With `rows` each seat is chosen; without, there is room for `capacity`. */
export interface Band {
  readonly id: string;
  readonly name: string;
  readonly tickets: readonly [TicketType, ...TicketType[]];
  readonly rows?: readonly { readonly name: string; readonly seats: number }[];
}

/** What an event of the scenario category does, each on its own. Absent is life as it should be. */
export interface Behaviour {
  /** Adding it is refused although it looks available. */
  readonly seatsGone?: true;
  /** Length of its hold in place of 15 minutes. */
  readonly holdMs?: number;
  /** Once lapsed, it cannot be held again. */
  readonly reholdFails?: true;
  /** Paid for, and then the venue refuses it. */
  readonly bookingFails?: true;
  /** The merchant of record refunds a refused item by itself after this long. */
  readonly refundAfterMs?: number;
  /** How long the venue takes to confirm, in place of the usual moment. */
  readonly bookingMs?: number;
  /** Booked at once, the voucher comes this much later. */
  readonly voucherMs?: number;
  /** Says `fulfilment_pending` for this long before it says `booked`. */
  readonly fulfilmentMs?: number;
  /** Booked, but its tickets could not be fetched; the voucher waits for an action. */
  readonly fulfilmentErrors?: true;
  /** The price rises by this many percent when payment is prepared. */
  readonly risesPercent?: number;
  /** Stripe's word is kept back until the action `send-webhook`. */
  readonly webhookHeld?: true;
}

/** An event as the catalogue's files describe it; dates and stock follow from it by rule. */
export interface EventSpec {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** Paragraphs. */
  readonly story: readonly string[];
  readonly categories: readonly string[];
  readonly venue: VenueSpec;
  readonly admission: Admission;
  /** ISO 4217; other currencies are converted from it. */
  readonly currency: string;
  readonly minutes: number;
  /** Days of the week on which it happens, 0 is Sunday. */
  readonly days: readonly number[];
  /** Local start times, `HH:MM`; empty for whole days. */
  readonly times: readonly string[];
  readonly bands: readonly [Band, ...Band[]];
  /** Tickets per performance where seats are not chosen. */
  readonly capacity?: number;
  /** 1 to 5. */
  readonly popularity: number;
  readonly cancellation: { readonly allowed: boolean; readonly policy: readonly string[] };
  readonly highlights: readonly string[];
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
  readonly entryNotes: readonly string[];
  readonly poster: Poster;
  readonly behaviour?: Behaviour;
}
