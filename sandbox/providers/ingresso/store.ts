import type { CurrencyCode } from './money';
import type { Callout } from './purchase/model';
import { Stock } from './stock';
import type { Transaction } from './transaction/model';

/** A redirect that was begun, by its account and token. */
export interface Waiting {
  readonly transaction: Transaction;
  readonly callout: Callout;
}

/** Everything that the provider remembers until it is reset. */
export class Store {
  readonly transactions = new Map<string, Transaction>();
  /** Callouts by `user/token`; gone from here once they were answered. */
  readonly waiting = new Map<string, Waiting>();
  /** Every return token ever used, as `user/token`. */
  readonly tokens = new Set<string>();
  /** Vouchers by their random key. */
  readonly vouchers = new Map<string, { uuid: string; item: number }>();
  readonly stock = new Stock();
  /** Which generation of the wire format is spoken. */
  wire: 'new' | 'old' = 'new';
  /** An account setting: prices are also told in this currency. */
  desired: CurrencyCode | null = null;
  /** What kind of debitor the Stripe account's bundles name. */
  debitor: 'stripe' | 'cider' = 'stripe';
  /** Percent by which an event's price rose. */
  readonly raised = new Map<string, number>();
  /** Events and sources whose purchases an action ordered to fail. */
  readonly doomed = new Set<string>();
  /** Redirects for whoever purchases next, in place of what the event says. */
  hops: number | null = null;

  reset(): void {
    this.transactions.clear();
    this.waiting.clear();
    this.tokens.clear();
    this.vouchers.clear();
    this.stock.reset();
    this.wire = 'new';
    this.desired = null;
    this.debitor = 'stripe';
    this.raised.clear();
    this.doomed.clear();
    this.hops = null;
  }
}
