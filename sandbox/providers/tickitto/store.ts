import { Locks } from '../../core/locks';
import type { Basket, Item, Session } from './basket/model';
import { Stock } from './stock';

/** What a voucher's random id stands for: an item's merged voucher, or one ticket of it. */
export interface Voucher {
  readonly basketId: string;
  readonly itemId: string;
  /** Position of the ticket, or null for all of them. */
  readonly ticket: number | null;
}

/** Everything that the provider remembers until it is reset. */
export class Store {
  readonly baskets = new Map<string, Basket>();
  readonly sessions = new Map<string, Session>();
  readonly vouchers = new Map<string, Voucher>();
  readonly stock = new Stock();
  /** Which generation of the wire format is spoken. */
  wire: 'current' | 'old' = 'current';
  /** True while every webhook of Stripe's is kept back, whatever the event. */
  holdingWebhooks = false;
  /** Work of webhooks that are kept back, by basket. */
  readonly heldWebhooks = new Map<string, (() => Promise<void>)[]>();
  /** Ids of Stripe's events that were worked on; Stripe delivers at least once. */
  readonly seenWebhooks = new Set<string>();
  /** Percent by which an event's price rose, by event. */
  readonly raised = new Map<string, number>();
  /** Events whose bookings an action ordered to fail. */
  readonly doomed = new Set<string>();
  private readonly locks = new Locks();

  /** An item and its basket, by the item's id. */
  findItem(itemId: string): { basket: Basket; item: Item } | undefined {
    for (const basket of this.baskets.values()) {
      const item = basket.items.find(({ id }) => id === itemId);
      if (item) return { basket, item };
    }
    return undefined;
  }

  /** One at a time for a basket, so that two calls never make two intents. Must not be nested. */
  exclusive<T>(basketId: string, work: () => Promise<T>): Promise<T> {
    return this.locks.exclusive(basketId, work);
  }

  reset(): void {
    this.baskets.clear();
    this.sessions.clear();
    this.vouchers.clear();
    this.stock.reset();
    this.wire = 'current';
    this.holdingWebhooks = false;
    this.heldWebhooks.clear();
    this.seenWebhooks.clear();
    this.raised.clear();
    this.doomed.clear();
    this.locks.clear();
  }
}
