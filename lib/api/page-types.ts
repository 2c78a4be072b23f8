import type { Json } from '@/lib/checkout/json';
import type { CspSources } from '@/lib/checkout/method';
import type { EventSummaryView, EventView, OffersView, QuoteView, RefusalView } from './schemas/catalogue';
import type { CheckoutView } from './schemas/checkout';
import type { OpsCheckout, OpsRow } from './schemas/ops';

export type { EventSummaryView, EventView, OffersView, QuoteView, RefusalView } from './schemas/catalogue';
export type { CheckoutView, ItemView, PaymentOptionView, StepView } from './schemas/checkout';
export type { OpsCheckout, OpsRow } from './schemas/ops';

/** A supplier as the shop shows it. */
export interface ShopSupplier {
  readonly id: string;
  readonly name: string;
  /** Dates and seats are chosen in the supplier's own picker. */
  readonly picker: boolean;
}

/** An event in the shop, with who sells it. Times are ISO 8601 in UTC. */
export type ShopEvent = EventSummaryView & { readonly supplier: string; readonly supplierName: string };

export interface ShopEventPage {
  readonly events: readonly ShopEvent[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** Suppliers that did not answer: their events are missing, and the page says so. */
  readonly failures: readonly ShopSupplier[];
}

/** One event: found, nobody knows it, or its supplier does not answer just now. */
export type ShopEventAnswer =
  | { readonly kind: 'found'; readonly event: EventView; readonly supplier: ShopSupplier }
  | { readonly kind: 'unavailable'; readonly supplier: ShopSupplier }
  | { readonly kind: 'unknown' };

/** What can be bought of an event; null when its supplier does not answer just now. */
export type ShopOffers = OffersView | null;

/** A basket of this browser that is no checkout yet. */
export interface BasketView {
  /** Signed, and bound to this browser: the only name of the basket that leaves the server. */
  readonly handle: string;
  readonly supplier: ShopSupplier;
  readonly createdAt: string;
  /** Null when the supplier does not answer just now, or refuses the whole: then `refusals` says why. */
  readonly quote: QuoteView | null;
  readonly refusals: readonly RefusalView[];
  /** The promo code that was typed, or none yet; null where its supplier takes none. */
  readonly promo: { readonly code: string | null } | null;
  /** What was chosen here, in the order of `line` in the quote; none where the supplier's picker keeps it. */
  readonly lines: readonly BasketLine[];
}

/** A line of a basket, named so that it can be spoken of whatever its supplier answers. */
export interface BasketLine {
  /** Names it in forms. */
  readonly key: string;
  /** Of its event; null when nobody knows it any more. */
  readonly title: string | null;
  readonly image?: string;
  readonly quantity: number;
  /** Seats as they were chosen, and what was said of them. */
  readonly seats: readonly string[];
  readonly notices: readonly string[];
  /** Its event's page, at the date it was chosen for. */
  readonly href: string;
}

/** What this browser has of an event's offers already. */
export interface ChosenLine {
  readonly offer: string;
  readonly quantities: Readonly<Record<string, number>>;
  readonly seats: readonly string[];
}

/** A step in which the method's component runs. */
export interface PayStep {
  readonly id: string;
  readonly method: string;
  readonly params: Json;
  readonly resume?: Json;
}

/** A step that sends the customer away; the target was checked against the allowed origins when it was stored. */
export interface HandOverStep {
  readonly id: string;
  readonly url: string;
  readonly httpMethod: 'GET' | 'POST';
  readonly fields: readonly (readonly [string, string])[];
}

/** What the pay document should do: run the method, or be somewhere else. */
export type PayPage =
  | {
      readonly kind: 'pay';
      readonly checkout: CheckoutView;
      readonly attempt: string;
      readonly step: PayStep;
      /** What the method adds to the document's policy; null when no method of that name is enabled. */
      readonly csp: CspSources | null;
      /** What the method's component needs of the configuration. */
      readonly settings?: Json;
      /** Paid on another page or device: the document follows the order, and works without scripts. */
      readonly elsewhere: boolean;
    }
  | { readonly kind: 'elsewhere'; readonly href: string };

/** What the hand-over page should do. */
export type HandOverPage =
  | {
      readonly kind: 'hand_over';
      readonly checkout: CheckoutView;
      readonly attempt: string;
      readonly step: HandOverStep;
    }
  | { readonly kind: 'elsewhere'; readonly href: string };

/** The operators' page. */
export type OpsPage =
  | { readonly kind: 'login' }
  | { readonly kind: 'list'; readonly operator: string; readonly rows: readonly OpsRow[] };

export type OpsCheckoutPage =
  | { readonly kind: 'login' }
  | { readonly kind: 'checkout'; readonly operator: string; readonly checkout: OpsCheckout };

/** Where a payment came back without this browser's cookie: how it stands, and nothing about who bought what. */
export interface ReturnStatus {
  readonly reference: string;
  readonly ticketCount: number;
  readonly message: CheckoutView['message'];
  readonly retryAfterMs?: number;
}
