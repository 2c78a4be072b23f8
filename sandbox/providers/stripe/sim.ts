import type { ChargeRow } from '../../core/ledger';
import type { World } from '../../core/provider';
import { deliveries } from './deliveries';
import { newId } from './ids';
import { merchantOf } from './merchants';
import { chargeView } from './receipts';
import { State } from './state';
import type { Charge, Intent, StripeEvent } from './types';
import { type IntentParts, intentView } from './views';

/** The API version that this sandbox answers in; the one that the pinned Node client sends. */
export const API_VERSION = '2026-10-28.endive';

export type IntentEvent =
  | 'created'
  | 'succeeded'
  | 'payment_failed'
  | 'processing'
  | 'canceled'
  | 'amount_capturable_updated'
  | 'requires_action';

export type ChargeEvent = 'succeeded' | 'failed' | 'captured' | 'refunded' | 'expired';

const LEDGER_STATUS = {
  requires_payment_method: 'open',
  requires_confirmation: 'open',
  requires_action: 'open',
  processing: 'open',
  requires_capture: 'authorised',
  succeeded: 'captured',
  canceled: 'cancelled',
} as const satisfies Record<Intent['status'], string>;

/** The request during which something happens, as events name it. */
export interface Cause {
  requestId: string | null;
  idempotencyKey: string | null;
}

/** What happens by itself, such as a late settlement. */
export const NOBODY: Cause = { requestId: null, idempotencyKey: null };

/** The running sandbox: its memory, its clock, and the two places where it says what happened. */
export class Sim {
  readonly state = new State();
  readonly deliveries: ReturnType<typeof deliveries>;
  /** Set by the request that is being answered; nothing here awaits, so requests cannot mix. */
  cause: Cause = NOBODY;

  constructor(readonly world: World) {
    this.deliveries = deliveries(world, this.state);
  }

  /** Unix seconds by the sandbox's clock. */
  now(): number {
    return Math.floor(this.world.clock.now() / 1000);
  }

  /** The intent with what its JSON needs beside it. */
  parts(intent: Intent): IntentParts {
    const challenge = intent.challenge ? this.state.challenges.get(intent.challenge) : undefined;
    return {
      intent,
      method: intent.paymentMethod ? this.state.methods.find(intent.paymentMethod) : undefined,
      failedMethod: intent.lastError?.paymentMethod
        ? this.state.methods.find(intent.lastError.paymentMethod)
        : undefined,
      challenge,
      origin: this.world.origin('stripe'),
    };
  }

  /** Writes the intent's money into the ledger, under the basket or order it pays for. */
  book(intent: Intent): void {
    const { metadata } = intent;
    const charge = intent.latestCharge ? this.state.charges.find(intent.latestCharge) : undefined;
    this.world.ledger.charge({
      provider: 'stripe',
      id: intent.id,
      group: groupOf(metadata, intent.id),
      status: LEDGER_STATUS[intent.status],
      amount: intent.amount,
      captured: intent.amountReceived,
      refunded: charge?.amountRefunded ?? 0,
      currency: intent.currency.toUpperCase(),
      declines: intent.declines,
      ...(metadata.purpose === 'deposit' ? { deposit: true } : {}),
    });
  }

  /** Tells ledger and webhooks that the intent changed. */
  announce(intent: Intent, event: IntentEvent): void {
    this.book(intent);
    this.emit(intent, `payment_intent.${event}`, intentView(this.parts(intent)));
  }

  /** The same for a plain charge, which has no intent that stands for it. */
  announceCharge(charge: Charge, event: ChargeEvent): void {
    this.world.ledger.charge({
      provider: 'stripe',
      id: charge.id,
      group: groupOf(charge.metadata, charge.id),
      status: ledgerStatus(charge),
      amount: charge.amount,
      captured: charge.amountCaptured,
      refunded: charge.released ? 0 : charge.amountRefunded,
      currency: charge.currency.toUpperCase(),
      declines: charge.failure?.decline_code ? [charge.failure.decline_code] : [],
    });
    this.emit(charge, `charge.${event}`, this.chargeView(charge));
  }

  announceRefund(charge: Charge): void {
    const intent = charge.intent ? this.state.intents.find(charge.intent) : undefined;
    if (intent) {
      this.book(intent);
      this.emit(intent, 'charge.refunded', this.chargeView(charge));
    } else this.announceCharge(charge, 'refunded');
  }

  chargeView(charge: Charge): Record<string, unknown> {
    return chargeView(
      charge,
      this.state.methods.need(charge.paymentMethod, charge.account, 'payment_method'),
    );
  }

  private emit(about: Intent | Charge, type: string, object: Record<string, unknown>): void {
    const connected = merchantOf(about.account)?.account !== about.account;
    const id = newId('evt');
    const event: StripeEvent = {
      id,
      account: about.account,
      subject: about.id,
      type,
      body: {
        id,
        object: 'event',
        api_version: API_VERSION,
        ...(connected ? { account: about.account } : {}),
        created: this.now(),
        // A webhook shows the object as it was then, so later changes must not reach into it.
        data: { object: structuredClone(object) },
        livemode: false,
        pending_webhooks: 1,
        request: { id: this.cause.requestId, idempotency_key: this.cause.idempotencyKey },
        type,
      },
    };
    this.state.events.put(event);
    this.deliveries.enqueue(event);
  }

  reset(): void {
    this.state.reset();
    this.deliveries.reset();
  }
}

function ledgerStatus({ status, captured, released }: Charge): ChargeRow['status'] {
  if (status === 'failed') return 'failed';
  if (released) return 'cancelled';
  return captured ? 'captured' : 'authorised';
}

/** What ties a payment to a purchase: the first of the names that the sandbox's merchants use. */
export function groupOf(metadata: Record<string, string>, fallback: string): string {
  return metadata.basket_id ?? metadata.order_id ?? metadata.group ?? fallback;
}
