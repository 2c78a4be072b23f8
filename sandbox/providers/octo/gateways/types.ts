import type { GatewayId } from '../catalogue/types';
import type { Card, Order, Payment } from '../order/model';

/** `cardPayment` as a caller sends it, read loosely; the part named after the gateway is read by the gateway. */
export interface Sent {
  readonly gateway?: string | null;
  readonly amount?: number | null;
  readonly currency?: string | null;
  readonly notes?: string | null;
  readonly cardId?: string | null;
  readonly cancel?: boolean | null;
  readonly source?: string | null;
  readonly [part: string]: unknown;
}

/** A payment that is about to be written down. */
export type Taken = Pick<Payment, 'reference' | 'amount' | 'notes'> & { readonly card: Card | null };

/** Money that is there for the taking, and is not the supplier's yet. */
export interface Authorised {
  readonly kind: 'authorised';
  /** The supplier hears of it by a webhook, which may be late; false where the answer itself told it. */
  readonly byWebhook: boolean;
  /** Makes it the supplier's. */
  take(): Promise<Taken>;
  /** The tickets cannot be had: lets it go, or gives it back where it was taken already. */
  letGo(): Promise<void>;
}

/** How asking a gateway for money went. */
export type Outcome =
  | Authorised
  | { readonly kind: 'pending' }
  /** `message` is for the guest. */
  | { readonly kind: 'refused'; readonly message: string };

/** One way to pay by card. Amounts are minor units of the order's currency. */
export interface Gateway {
  readonly id: GatewayId;
  /** The part of `cardPayment` that is named after the gateway; prepares at the provider what a page needs to pay `due`. */
  present(order: Order, due: number): Promise<Readonly<Record<string, unknown>>>;
  /** Asks whether `due` is there, by what the caller sent. */
  authorise(order: Order, due: number, sent: Sent): Promise<Outcome>;
  /** Pays again with a card that paid on this order before, with nobody asked. */
  again(order: Order, due: number, card: Card): Promise<Outcome>;
  refund(order: Order, payment: Payment, amount: number): Promise<void>;
  /** Nobody will pay this order any more: closes what is open and lets go of what was set aside. */
  close(order: Order): Promise<void>;
  /** Money that was paid at another time, with a card that can be used again. Absent where it cannot be done. */
  deposit?(order: Order, amount: number): Promise<Taken>;
  reset(): void;
}

/** A gateway's "no", in words for the guest. */
export const refused = (message: string): Outcome => ({ kind: 'refused', message });
