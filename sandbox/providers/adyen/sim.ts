import type { ChargeRow } from '../../core/ledger';
import type { World } from '../../core/provider';
import { invalid } from './errors';
import { merchantOf } from './merchants';
import { hmacSignature, outbox } from './notifications';
import { sessionStatus } from './session';
import type { Modification, Notification, Payment, Session, StoredMethod } from './types';

/** A finished answer that is kept for its `Idempotency-Key`. */
export interface KeptAnswer {
  fingerprint: string;
  status: number;
  body: string;
}

/** The running sandbox: its memory, its clock, and the two places where it says what happened. */
export class Sim {
  readonly sessions = new Map<string, Session>();
  readonly payments = new Map<string, Payment>();
  readonly stored = new Map<string, StoredMethod>();
  readonly answers = new Map<string, KeptAnswer>();
  /** Idempotency keys of calls that are being answered. */
  readonly running = new Set<string>();
  readonly outbox: ReturnType<typeof outbox>;

  constructor(readonly world: World) {
    this.outbox = outbox(world);
  }

  now(): number {
    return this.world.clock.now();
  }

  /** The payment of this merchant, or the 422 for a reference that is no payment of its. */
  needPayment(psp: string, merchant: string): Payment {
    const payment = this.payments.get(psp);
    if (payment?.merchant !== merchant)
      throw invalid('167', 'Original pspReference required for this operation');
    return payment;
  }

  /** The kept card of this merchant's shopper; nobody else's can be had. */
  needStored(id: string, merchant: string, shopper: string | null): StoredMethod {
    const stored = this.stored.get(id);
    if (stored?.merchant !== merchant || stored.shopperReference !== shopper)
      throw invalid('800', 'Contract not found');
    return stored;
  }

  /** The payments of a session, oldest first. */
  paymentsOf(session: Session): Payment[] {
    return session.payments.flatMap((psp) => this.payments.get(psp) ?? []);
  }

  /** Writes the money of a session, or of a merchant's own payment, into the ledger. */
  book(about: Session | Payment): void {
    const session = 'psp' in about ? (about.session ? this.sessions.get(about.session) : undefined) : about;
    const payments = session ? this.paymentsOf(session) : 'psp' in about ? [about] : [];
    const paid = payments.find(({ resultCode }) => resultCode === 'Authorised');
    this.world.ledger.charge({
      provider: 'adyen',
      id: session?.id ?? ('psp' in about ? about.psp : about.id),
      group: about.reference,
      status: paid ? moneyStatus(paid) : session ? openStatus(this, session) : loneStatus(payments.at(-1)),
      amount: about.amount.value,
      captured: paid?.captured ?? 0,
      refunded: paid?.refunded ?? 0,
      currency: about.amount.currency,
      declines: payments.flatMap(({ refusal }) => (refusal ? [refusal.reason] : [])),
    });
  }

  /** Sends a notification about a payment, or about what was done to it. */
  notify(payment: Payment, eventCode: string, success: boolean, about: Partial<Modification> = {}): void {
    const core = {
      pspReference: about.psp ?? payment.psp,
      originalReference: about.psp ? payment.psp : '',
      merchantAccountCode: payment.merchant,
      merchantReference: about.reference ?? payment.reference,
      amount: about.amount ?? payment.amount,
      eventCode,
      success: String(success),
    };
    const key = merchantOf(payment.merchant)?.webhook(this.world)?.hmacKey;
    const { card } = payment;
    const event: Notification = {
      merchant: payment.merchant,
      payment: payment.psp,
      session: payment.session,
      reference: payment.reference,
      eventCode,
      item: {
        additionalData: {
          cardBin: card.bin.slice(0, 6),
          cardSummary: card.last4,
          expiryDate: `${Number(card.expiryMonth)}/${card.expiryYear}`,
          paymentMethodVariant: card.brand,
          ...(card.holderName ? { cardHolderName: card.holderName } : {}),
          ...(payment.session ? { checkoutSessionId: payment.session } : {}),
          ...(payment.storedPaymentMethodId
            ? { 'recurring.recurringDetailReference': payment.storedPaymentMethodId }
            : {}),
          ...(key ? { hmacSignature: hmacSignature(core, key) } : {}),
        },
        ...core,
        eventDate: this.world.clock.iso(),
        paymentMethod: card.brand,
        reason: success ? '' : (payment.refusal?.reason ?? 'Failed'),
        ...(eventCode === 'AUTHORISATION' && success
          ? { operations: ['CANCEL', ...(payment.manualCapture ? ['CAPTURE'] : []), 'REFUND'] }
          : {}),
      },
    };
    this.outbox.enqueue(event);
  }

  reset(): void {
    for (const kept of [this.sessions, this.payments, this.stored, this.answers]) kept.clear();
    this.outbox.reset();
  }
}

function moneyStatus({ cancelled, captured }: Payment): ChargeRow['status'] {
  if (cancelled) return 'cancelled';
  return captured > 0 ? 'captured' : 'authorised';
}

function openStatus(sim: Sim, session: Session): ChargeRow['status'] {
  const status = sessionStatus(sim, session);
  if (status === 'refused') return 'failed';
  return status === 'expired' ? 'cancelled' : 'open';
}

function loneStatus(payment: Payment | undefined): ChargeRow['status'] {
  return payment?.refusal ? 'failed' : 'open';
}
