/** A payment order: an amount that somebody may pay once, within its time. */
export interface PaymentOrder {
  /** 16 digits, above 2^53. */
  readonly code: string;
  readonly merchantId: string;
  readonly source: string;
  /** Minor units. */
  readonly amount: number;
  /** ISO 4217, letters. */
  readonly currency: string;
  readonly customerTrns: string;
  readonly merchantTrns: string;
  readonly email: string | null;
  readonly fullName: string | null;
  /** Language of the page, such as `el-GR`. */
  readonly lang: string;
  readonly createdMs: number;
  expiresMs: number;
  cancelled: boolean;
  readonly transactions: Transaction[];
}

/**
 * How a transaction stands: finished, in progress (the bank is asking), failed, given back whole on the day that it was
 * made, given back.
 */
export type StatusId = 'F' | 'A' | 'E' | 'X' | 'R';

/** One try to pay an order. */
export interface Transaction {
  readonly id: string;
  readonly order: string;
  status: StatusId;
  /** Why it failed, by Viva's list; 0 where it did not. */
  eventId: number;
  readonly card: { readonly masked: string; readonly typeId: number; readonly last4: string };
  readonly fullName: string;
  readonly createdMs: number;
  /** Minor units. */
  refunded: number;
  /** The way back to the bank's question while it is open; null when there is none. */
  challenge: { readonly token: string; open: boolean } | null;
  /** How the page looked on which it was paid: its language and the shop's colour. */
  readonly look: { readonly lang: string; readonly color: string };
  /** Where the customer ends: the shop, or nowhere, as when the merchant set no address. */
  readonly stays: boolean;
}

/** How an order stands, as Viva numbers it. */
export const STATE_IDS = { pending: 0, expired: 1, canceled: 2, paid: 3 } as const;

export type OrderState = keyof typeof STATE_IDS;
