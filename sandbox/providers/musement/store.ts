import { Locks } from '../../core/locks';
import type { Cart } from './cart/model';
import type { Order, OrderItem } from './order/model';
import { Stock } from './stock';
import { Tokens } from './tokens';

/** Everything that the provider remembers until it is reset. */
export class Store {
  readonly carts = new Map<string, Cart>();
  readonly orders = new Map<string, Order>();
  /** Vouchers by their random id. */
  readonly vouchers = new Map<string, { order: Order; item: OrderItem }>();
  readonly stock = new Stock();
  readonly tokens = new Tokens();
  /** Percent by which an activity's price rose, by uuid. */
  readonly raised = new Map<string, number>();
  private readonly locks = new Locks();

  /** An order by its own uuid or its cart's, or by one of its items; for the control port. */
  anyOrder(id: string): Order | undefined {
    return [...this.orders.values()].find(
      ({ uuid, cart, items }) => uuid === id || cart.uuid === id || items.some((item) => item.uuid === id),
    );
  }

  /** One at a time for a cart and its order. Must not be nested for the same key. */
  exclusive<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.locks.exclusive(key, work);
  }

  reset(): void {
    this.carts.clear();
    this.orders.clear();
    this.vouchers.clear();
    this.stock.reset();
    this.tokens.reset();
    this.raised.clear();
    this.locks.clear();
  }
}
