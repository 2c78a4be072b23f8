import type { HoldRequest } from './model';
import type { MailOrder } from './store';

/** What a browser wants of one supplier before it is a checkout: lines, or a picker's basket whose id stays with us. */
export interface OpenBasket {
  readonly id: string;
  readonly supplier: string;
  readonly session: string;
  readonly request: HoldRequest;
  readonly checkoutId: string | null;
  readonly createdAt: number;
}

export interface OutboxMail extends MailOrder {
  readonly id: number;
  readonly tries: number;
}

/** What the shop keeps beside checkouts: who may see them, baskets, idempotency keys, limits, outgoing mail. */
export interface ShopStore {
  /** Lets a session (by the hash of its id) see a checkout. */
  grant(session: string, checkoutId: string): Promise<void>;
  granted(session: string, checkoutId: string): Promise<boolean>;
  /** Checkouts a session may see, newest first. */
  grantsOf(session: string, limit: number): Promise<readonly string[]>;

  putBasket(basket: OpenBasket): Promise<void>;
  /** Begins a basket of lines; false when this session has an open one at this supplier already. */
  addBasket(basket: OpenBasket): Promise<boolean>;
  /** Changes what is in it; false when it is not what was read any more: another tab was quicker, or checked it out. */
  changeBasket(basket: OpenBasket, request: HoldRequest): Promise<boolean>;
  basket(id: string): Promise<OpenBasket | null>;
  /** Baskets of a session that are no checkout yet, newest first. */
  openBaskets(session: string): Promise<readonly OpenBasket[]>;
  /** Ties a basket to its checkout once; answers the checkout it belongs to, this one or an earlier one. */
  claimBasket(id: string, checkoutId: string): Promise<string>;

  /** Claims an idempotency key; an earlier claim is answered with its request hash and outcome (null while in flight). */
  claimKey(
    scope: string,
    key: string,
    requestHash: string,
    now: number,
  ): Promise<{ readonly requestHash: string; readonly outcome: string | null } | null>;
  finishKey(scope: string, key: string, outcome: string): Promise<void>;
  /** Frees a claim whose work did not begin. */
  dropKey(scope: string, key: string): Promise<void>;

  /** Counts one event against a limit window; answers the count within the window and when it ends. */
  count(
    bucket: string,
    windowMs: number,
    now: number,
  ): Promise<{ readonly count: number; readonly resetsAt: number }>;
  /** Reads without counting. */
  counted(bucket: string, now: number): Promise<{ readonly count: number; readonly resetsAt: number }>;

  /** Mail that is due; each is leased to one sender for a minute. */
  outbox(now: number, limit: number): Promise<readonly OutboxMail[]>;
  mailSent(id: number, now: number): Promise<void>;
  mailFailed(id: number, retryAt: number): Promise<void>;
  /** Queues a mail outside a checkout's write; a key that exists is left alone. */
  enqueue(mail: MailOrder, now: number): Promise<void>;

  /** Whether the database answers and is migrated. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}
