import type { CalloutPlan, EventSpec } from './catalogue/types';
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
  /** Events, sources and transactions whose purchases an action ordered to fail. */
  readonly doomed = new Set<string>();
  /** Events and sources whose supplier cannot be reached. */
  readonly down = new Set<string>();
  /** How redirects go from now on, in place of what the events say. */
  plan: CalloutPlan | null = null;
  /** How long purchases of an event or source take, ms. */
  readonly slow = new Map<string, number>();

  /** True while the supplier of an event cannot be reached. */
  isDown({ id, source, behaviour }: EventSpec): boolean {
    return behaviour?.backendDown === true || this.down.has(id) || this.down.has(source);
  }

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
    this.down.clear();
    this.plan = null;
    this.slow.clear();
  }
}
