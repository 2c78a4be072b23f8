import type { Poster } from '../../../posters/types';

/** A city with a clock of its own. */
export interface CitySpec {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly country: string;
  /** ISO 3166 alpha-2. */
  readonly countryCode: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** Who holds a ticket (Musement: holder). `minor` is its price in minor units of the activity's own currency. */
export interface HolderSpec {
  /** `ADULT`; unique within a feature. */
  readonly code: string;
  readonly name: string;
  readonly minor: number;
  /** What it cost before a discount; the discount is the difference. */
  readonly originalMinor?: number;
  readonly minBuy: number;
  readonly maxBuy: number;
}

/** A kind of visit within an activity (Musement: price feature, a group of a date). */
export interface FeatureSpec {
  readonly code: string;
  readonly name: string;
  readonly holders: readonly [HolderSpec, ...HolderSpec[]];
}

/** The gateway that Musement would rather be paid through; `null` has no preference. */
export type Gateway = 'STRIPE' | 'ADYEN';

/** What must be known of the customer, beside name and mail, for one activity. */
export type ExtraField = 'phone_number' | 'hotel';

/** What must be known of each participant. */
export type ParticipantField = 'firstname' | 'lastname' | 'date_of_birth' | 'weight' | 'nationality';

/** What an activity of the scenario category does, each on its own. Absent is life as it should be. */
export interface Behaviour {
  /** Added to a cart it reads PREBOOK_KO. */
  readonly prebookFails?: true;
  /** It costs this many percent more in the cart than on its date. */
  readonly dearerPercent?: number;
  /** The supplier's answer comes this much later; absent for instant ones, `never` waits for an action. */
  readonly answersAfterMs?: number | 'never';
  /** The supplier refuses what was paid. */
  readonly refuses?: true;
  /** The money of what was refused stays until an action gives it back. */
  readonly keepsMoney?: true;
  /** Confirmed, and this much later given up by the venue. */
  readonly givenUpAfterMs?: number;
  /** The voucher comes this much later than the confirmation. */
  readonly voucherMs?: number;
  /** Cancelling fails over there: the item is valid again this much later. */
  readonly cancellationErrorMs?: number;
  /** A token of the gateway that the cart prefers is refused, and the cart prefers the other from then on. */
  readonly refusesToken?: true;
  /** A token of the gateway that the cart prefers is answered with a question of the other. */
  readonly answersOther?: true;
  /** The bank asks again after it was answered. */
  readonly asksTwice?: true;
  /** Where the bank's page is: told by 302, or with a list in place of an object. */
  readonly tells?: 'redirect' | 'list';
}

/** An activity as the catalogue's files describe it; dates and stock follow from it by rule. */
export interface ActivitySpec {
  /** Four digits, `0101`; {@link uuid} and product ids are made of it. */
  readonly number: string;
  readonly uuid: string;
  /** For posters, whose seed it is. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Paragraphs. */
  readonly story: readonly string[];
  readonly categories: readonly string[];
  readonly city: CitySpec;
  readonly meetingPoint: string;
  readonly latitude: number;
  readonly longitude: number;
  /** ISO 4217; other currencies are converted from it. */
  readonly currency: string;
  /** Minutes. */
  readonly minutes: number;
  /** Days of the week on which it happens, 0 is Sunday. */
  readonly days: readonly number[];
  /** Local start times, `HH:MM`. */
  readonly times: readonly [string, ...string[]];
  /** Codes of `Accept-Language`'s kind; empty where no guide speaks. */
  readonly languages: readonly string[];
  readonly features: readonly [FeatureSpec, ...FeatureSpec[]];
  /** Places of a start time. */
  readonly capacity: number;
  /** Per ticket, minor units of its currency. */
  readonly serviceFee: number;
  /** ISO 8601; `P0D` is confirmed at once. */
  readonly maxConfirmationTime: string;
  /** Days before the start until which everything comes back; `null` is never. */
  readonly freeCancellationDays: number | null;
  readonly prefers: Gateway | null;
  readonly extra: readonly ExtraField[];
  readonly participants: readonly ParticipantField[];
  readonly included: readonly string[];
  readonly notIncluded: readonly string[];
  readonly poster: Poster;
  readonly behaviour?: Behaviour;
}
