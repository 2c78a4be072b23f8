import type { Amount } from '@/lib/checkout/money';

/**
 * What a collector hands over that is paid by a link: in another tab, in a bank's app, on another device. Plain types, for both
 * halves.
 */
export interface PaymentLinkParams {
  /** Where it is paid. */
  readonly url: string;
  /** What the customer calls the service: "Tikkie". */
  readonly service: string;
  readonly amount: Amount;
  /** What whoever pays reads there. */
  readonly description: string;
  /** Who is paid. */
  readonly payee: string;
  /** It cannot be paid just now (`blocked`), or the last try was refused and another is possible. */
  readonly standing?: 'blocked' | 'refused';
}

/** Nothing is learned from the page. Whoever says that they have paid makes us look, and no more. */
export interface PaymentLinkData {
  readonly outcome: 'look';
}

/** The link as a code to scan: made on the server, so that no library for it is sent. */
export interface PaymentLinkSettings {
  readonly width: number;
  readonly height: number;
  /** An SVG path of what is dark. */
  readonly path: string;
}
