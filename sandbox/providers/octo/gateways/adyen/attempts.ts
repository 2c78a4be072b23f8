import { randomBytes } from 'node:crypto';
import type { Card, Order } from '../../order/model';
import type { Notice } from './notice';

/** A session that was made for an order, and what has been heard of it. */
export interface Attempt {
  readonly session: string;
  readonly data: string;
  /** Minor units. */
  readonly amount: number;
  readonly returnUrl: string;
  readonly expiresMs: number;
  status: 'open' | 'authorised' | 'refused' | 'reversed';
  psp: string | null;
  reason: string;
  card: Card | null;
}

/** What is known of one order at Adyen. */
export interface State {
  readonly order: Order;
  /** Oldest first; the last is the one that the page is told. */
  readonly attempts: Attempt[];
  /** Stored payment methods at Adyen, by card id. */
  readonly stored: Map<string, string>;
  /** Payments without a session that Adyen had to think about; spent once a confirmation was answered by one. */
  readonly lone: { readonly psp: string; status: 'pending' | 'authorised' | 'refused'; spent: boolean }[];
  /** Payments that were asked for without a session. */
  asked: number;
}

/** The orders' states, found by order and by session. */
export class States {
  private byOrder = new Map<string, State>();

  of(order: Order): State {
    const known = this.byOrder.get(order.id);
    if (known) return known;
    const state: State = { order, attempts: [], stored: new Map(), lone: [], asked: 0 };
    this.byOrder.set(order.id, state);
    return state;
  }

  /** Whose session or payment a notice is about. */
  about(notice: Notice): State | undefined {
    const { checkoutSessionId } = notice.additionalData;
    return [...this.byOrder.values()].find(
      ({ attempts, lone }) =>
        lone.some(({ psp }) => psp === notice.pspReference) ||
        attempts.some(({ session }) => session === checkoutSessionId),
    );
  }

  clear(): void {
    this.byOrder.clear();
  }
}

/** The card that a notice tells of, remembered so that it can pay again where Adyen keeps it. */
export function cardOf(state: State, { additionalData: told }: Notice): Card | null {
  const stored = told['recurring.recurringDetailReference'];
  const [month = 0, year = 0] = (told.expiryDate ?? '').split('/').map(Number);
  if (!stored || !told.cardSummary) return null;
  const known = [...state.stored].find(([, one]) => one === stored)?.[0];
  const id = known ?? `card_${randomBytes(9).toString('hex')}`;
  state.stored.set(id, stored);
  return {
    id,
    brand: told.paymentMethodVariant ?? 'card',
    bin: told.cardBin ?? '',
    last4: told.cardSummary,
    expMonth: month,
    expYear: year,
  };
}

/** Money of a session that is there and not yet written down. */
export function isFree(order: Order, { status, psp }: Attempt): boolean {
  return status === 'authorised' && !order.payments.some(({ reference }) => reference === psp);
}
