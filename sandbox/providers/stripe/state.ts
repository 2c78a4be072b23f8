import { missing } from './errors';
import type {
  Challenge,
  Charge,
  Customer,
  Endpoint,
  Intent,
  PaymentMethod,
  Refund,
  StripeEvent,
  Token,
} from './types';

/** A finished answer that is kept for its `Idempotency-Key`. */
export interface KeptAnswer {
  fingerprint: string;
  requestId: string;
  status: number;
  body: string;
}

interface Owned {
  id: string;
  account: string;
}

/** One kind of object. Another account's object is as unknown as one that never was. */
export class Shelf<T extends Owned> {
  private rows = new Map<string, T>();

  constructor(private readonly kind: string) {}

  put(row: T): T {
    this.rows.set(row.id, row);
    return row;
  }

  /** Throws the 404 that names `param`. */
  need(id: string, account: string, param: string): T {
    const row = this.rows.get(id);
    if (row?.account !== account) throw missing(this.kind, id, param);
    return row;
  }

  find(id: string): T | undefined {
    return this.rows.get(id);
  }

  /** Newest first, as lists are answered. */
  list(account: string): T[] {
    return [...this.rows.values()].filter((row) => row.account === account).reverse();
  }

  all(): T[] {
    return [...this.rows.values()];
  }

  clear(): void {
    this.rows.clear();
  }
}

/** Everything that the Stripe sandbox remembers. */
export class State {
  readonly intents = new Shelf<Intent>('payment_intent');
  readonly methods = new Shelf<PaymentMethod>('PaymentMethod');
  readonly tokens = new Shelf<Token>('token');
  readonly charges = new Shelf<Charge>('charge');
  readonly refunds = new Shelf<Refund>('refund');
  readonly customers = new Shelf<Customer>('customer');
  readonly events = new Shelf<StripeEvent>('event');
  readonly endpoints = new Shelf<Endpoint>('webhook_endpoint');
  readonly challenges = new Map<string, Challenge>();
  readonly answers = new Map<string, KeptAnswer>();

  reset(): void {
    for (const shelf of [
      this.intents,
      this.methods,
      this.tokens,
      this.charges,
      this.refunds,
      this.customers,
      this.events,
      this.endpoints,
      this.challenges,
      this.answers,
    ]) {
      shelf.clear();
    }
  }
}
