import type { Poster } from '../../../posters/types';

/** What gives a product's orders their way to pay, by the names that the wire has for them. */
export type GatewayId = 'adyen' | 'vivawallet' | 'spreedly' | 'stripe' | 'external' | 'bridgepay';

export type UnitType =
  | 'ADULT'
  | 'YOUTH'
  | 'CHILD'
  | 'INFANT'
  | 'FAMILY'
  | 'SENIOR'
  | 'STUDENT'
  | 'MILITARY'
  | 'OTHER';

export type ContactField =
  | 'firstName'
  | 'lastName'
  | 'emailAddress'
  | 'phoneNumber'
  | 'country'
  | 'postalCode'
  | 'notes';

/** `*_URL` carries an address, the others the raw content of a code. */
export type DeliveryFormat =
  | 'QRCODE'
  | 'CODE128'
  | 'AZTECCODE'
  | 'PDF_URL'
  | 'PNG_URL'
  | 'PKPASS_URL'
  | 'GOOGLE_WALLET_URL';

export type DeliveryMethod = 'VOUCHER' | 'TICKET';

/** Where a product takes place, with a clock of its own. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly city: string;
  /** ISO 3166 alpha-2. */
  readonly countryCode: string;
  readonly latitude: number;
  readonly longitude: number;
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47. */
  readonly locale: string;
}

/** A kind of ticket. `minor` is its price in minor units of the product's own currency; 0 where the booking is priced. */
export interface UnitSpec {
  readonly id: string;
  readonly name: string;
  readonly plural: string;
  readonly type: UnitType;
  readonly minor: number;
  /** Who may use it, in a few words. */
  readonly note: string | null;
  readonly minAge: number;
  readonly maxAge: number;
  readonly idRequired: boolean;
  readonly minQuantity: number | null;
  readonly maxQuantity: number | null;
  /** People that one of it stands for. */
  readonly paxCount: number;
  /** Units of which at least one must be in the same booking. */
  readonly accompaniedBy: readonly string[];
  /** Without it nothing of the option can be booked. */
  readonly required: boolean;
  /** Asked of each ticket's holder. */
  readonly contact: readonly ContactField[];
}

/** One way to do a product: its times, its units and its rules. */
export interface OptionSpec {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly subtitle: string | null;
  /** ISO 639-1 of the guide, where there is one. */
  readonly language: string | null;
  readonly minutes: number;
  /** Days of the week, 0 is Sunday. */
  readonly days: readonly number[];
  /** Local start times `HH:MM`; empty for opening hours and open dates. */
  readonly times: readonly string[];
  readonly hours: readonly { readonly from: string; readonly to: string }[];
  /** People per start or day; null is freesale. */
  readonly capacity: number | null;
  /** Minutes before the start (or the closing) at which selling ends. */
  readonly cutoffMinutes: number;
  /** Until how long before the start it can be cancelled; null is never. */
  readonly cancellation: { readonly amount: number; readonly unit: 'minute' | 'hour' | 'day' } | null;
  readonly required: readonly ContactField[];
  readonly visible: readonly ContactField[];
  readonly minUnits: number | null;
  readonly maxUnits: number | null;
  readonly minPax: number | null;
  readonly maxPax: number | null;
  /** Price of a whole booking, minor units; used where the product is priced by booking. */
  readonly minor: number;
  readonly units: readonly [UnitSpec, ...UnitSpec[]];
}

/** What a product of the scenario category does, each on its own. Absent is life as it should be. */
export interface Behaviour {
  /** Length of its hold in place of half an hour. */
  readonly holdMs?: number;
  readonly notExtendable?: true;
  /** The reservation is refused although it looks available. */
  readonly goneAtHold?: true;
  /** The confirmation is refused although the money is there; the money is let go. */
  readonly goneAtConfirm?: true;
  /** It costs this many percent more once it is reserved. */
  readonly dearerPercent?: number;
  /** What the gateway says is heard this much later; until then confirming answers PAYMENT_PENDING. */
  readonly wordMs?: number;
  /** The gateway's word is kept back until the action `send-webhook`. */
  readonly wordHeld?: true;
  /** Stripe takes the money when the guest pays, and not when the booking is confirmed. */
  readonly capturesAtOnce?: true;
  /** Spreedly's form takes a card of this product only with a signature of the supplier's, good for one card. */
  readonly signedForm?: true;
  /** This share of the price was paid with a card before: it is taken when the booking is held. */
  readonly depositPercent?: number;
  /** Confirmed bookings say PENDING for this long, and then CONFIRMED or, with `rejected`, REJECTED. */
  readonly pendingMs?: number;
  readonly rejected?: true;
}

/** A product as the catalogue's files describe it; dates and stock follow from it by rule. */
export interface ProductSpec {
  readonly id: string;
  readonly name: string;
  readonly reference: string | null;
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  /** Paragraphs. */
  readonly story: readonly string[];
  readonly categories: readonly string[];
  readonly place: Place;
  readonly highlights: readonly string[];
  readonly inclusions: readonly string[];
  readonly exclusions: readonly string[];
  readonly terms: string;
  readonly redemption: string;
  readonly faqs: readonly { readonly question: string; readonly answer: string }[];
  readonly poster: Poster;
  /** OPEN has no dates: it is bought without an availability. */
  readonly kind: 'START_TIME' | 'OPENING_HOURS' | 'OPEN';
  readonly pricingPer: 'UNIT' | 'BOOKING';
  readonly currency: string;
  /** Others that it can be sold in, converted. */
  readonly otherCurrencies: readonly string[];
  readonly tax: { readonly name: string; readonly percent: number };
  /** Days that cost more; the price on the list is the lowest. */
  readonly peak: { readonly days: readonly number[]; readonly percent: number } | null;
  /** Percent off the original price, which is then shown struck through. */
  readonly reducedPercent: number;
  readonly gateway: GatewayId;
  readonly methods: readonly DeliveryMethod[];
  readonly formats: readonly DeliveryFormat[];
  readonly redeemedBy: 'DIGITAL' | 'PRINT' | 'MANIFEST';
  /** Tickets come this long after the confirmation; null is at once, `never` waits for an action. */
  readonly deliveryMs: number | 'never' | null;
  readonly options: readonly [OptionSpec, ...OptionSpec[]];
  readonly behaviour?: Behaviour;
}
