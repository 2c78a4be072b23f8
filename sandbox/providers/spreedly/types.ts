/** A card in the vault. The number only of a test card: somebody may have typed their own. */
export interface PaymentMethod {
  readonly token: string;
  readonly environment: string;
  readonly number: string;
  readonly firstSix: string;
  readonly lastFour: string;
  /** Spreedly's name of the scheme. */
  readonly cardType: string;
  readonly month: number;
  readonly year: number;
  readonly fullName: string;
  readonly email: string | null;
  readonly createdMs: number;
  /** Cached until somebody keeps it. */
  storage: 'cached' | 'retained';
}

export type TransactionType = 'Authorization' | 'Purchase' | 'Capture' | 'Void' | 'Credit';

/** What was asked of a gateway, and how it went. */
export interface Transaction {
  readonly token: string;
  readonly environment: string;
  readonly type: TransactionType;
  readonly succeeded: boolean;
  readonly message: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly orderId: string;
  readonly method: string;
  /** The transaction that this one is about. */
  readonly reference: string | null;
  readonly createdMs: number;
}

/** Money that was set aside or taken, by the transaction that began it. Minor units. */
export interface Payment {
  readonly token: string;
  readonly environment: string;
  readonly orderId: string;
  readonly amount: number;
  readonly currency: string;
  readonly method: string;
  captured: number;
  refunded: number;
  voided: boolean;
}
