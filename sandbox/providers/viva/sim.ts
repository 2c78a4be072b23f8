import { randomInt } from 'node:crypto';
import type { ChargeRow } from '../../core/ledger';
import type { World } from '../../core/provider';
import { type Merchant, merchantsOf, type Source } from './merchants';
import type { OrderState, PaymentOrder, Transaction } from './types';
import { outbox } from './webhooks';

/** The running sandbox: its memory, its clock, and the two places where it says what happened. */
export class Sim {
  readonly orders = new Map<string, PaymentOrder>();
  /** Access tokens and when they end. */
  readonly tokens = new Map<string, { readonly merchant: string; readonly untilMs: number }>();
  readonly outbox: ReturnType<typeof outbox>;
  private kept: readonly Merchant[] | undefined;

  constructor(readonly world: World) {
    this.outbox = outbox(this);
  }

  now(): number {
    return this.world.clock.now();
  }

  /** Asked for late: others may start after us. */
  get merchants(): readonly Merchant[] {
    this.kept ??= merchantsOf(this.world);
    return this.kept;
  }

  merchant(id: string): Merchant {
    const found = this.merchants.find((one) => one.id === id);
    if (!found) throw new Error(`There is no merchant ${id}.`);
    return found;
  }

  sourceOf(order: PaymentOrder): Source {
    const found = this.merchant(order.merchantId).sources.find(({ code }) => code === order.source);
    if (!found) throw new Error(`There is no source ${order.source}.`);
    return found;
  }

  /** A code that nobody has, above 2^53 so that whoever reads it as a JavaScript number is found out. */
  newCode(): string {
    const digits = () => String(randomInt(10 ** 7)).padStart(7, '0');
    for (;;) {
      const code = `92${digits()}${digits()}`;
      // The last digit odd: doubles of this size are even.
      const odd = `${code.slice(0, -1)}${Number(code.at(-1)) | 1}`;
      if (!this.orders.has(odd)) return odd;
    }
  }

  transaction(id: string): { order: PaymentOrder; transaction: Transaction } | undefined {
    for (const order of this.orders.values()) {
      const transaction = order.transactions.find((one) => one.id === id);
      if (transaction) return { order, transaction };
    }
    return undefined;
  }

  stateOf(order: PaymentOrder): OrderState {
    if (paidBy(order)) return 'paid';
    if (order.cancelled) return 'canceled';
    return this.now() >= order.expiresMs ? 'expired' : 'pending';
  }

  /** Writes the money of an order into the ledger, under what the merchant calls it. */
  book(order: PaymentOrder): void {
    const paid = paidBy(order);
    this.world.ledger.charge({
      provider: 'viva',
      id: order.code,
      group: order.merchantTrns || order.code,
      status: STATUS[this.stateOf(order)],
      amount: order.amount,
      captured: paid ? order.amount : 0,
      refunded: paid?.refunded ?? 0,
      currency: order.currency,
      declines: order.transactions.flatMap(({ eventId }) => (eventId === 0 ? [] : String(eventId))),
    });
  }

  reset(): void {
    this.orders.clear();
    this.tokens.clear();
    this.outbox.reset();
    this.kept = undefined;
  }
}

const STATUS: Readonly<Record<OrderState, ChargeRow['status']>> = {
  pending: 'open',
  expired: 'cancelled',
  canceled: 'cancelled',
  paid: 'captured',
};

/** The transaction that paid an order, even where the money went back since. */
export function paidBy(order: PaymentOrder): Transaction | undefined {
  return order.transactions.find(({ status }) => status === 'F' || status === 'R' || status === 'X');
}
