import type { World } from '../../core/provider';
import { Deliveries } from './deliveries';
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
  readonly deliveries: Deliveries;
  /** Set by the request that is being answered; nothing here awaits, so requests cannot mix. */
  cause: Cause = NOBODY;

  constructor(readonly world: World) {
    this.deliveries = new Deliveries(world, this.state);
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
    });
  }

  /** Tells ledger and webhooks that the intent changed. */
  announce(intent: Intent, event: IntentEvent): void {
    this.book(intent);
    this.emit(intent, `payment_intent.${event}`, intentView(this.parts(intent)));
  }

  announceRefund(intent: Intent, charge: Charge): void {
    this.book(intent);
    const method = this.state.methods.need(charge.paymentMethod, charge.account, 'payment_method');
    this.emit(intent, 'charge.refunded', chargeView(charge, method));
  }

  private emit(intent: Intent, type: string, object: Record<string, unknown>): void {
    const connected = merchantOf(intent.account)?.account !== intent.account;
    const id = newId('evt');
    const event: StripeEvent = {
      id,
      account: intent.account,
      intent: intent.id,
      type,
      body: {
        id,
        object: 'event',
        api_version: API_VERSION,
        ...(connected ? { account: intent.account } : {}),
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

/** What ties a payment to a purchase: the first of the names that the sandbox's merchants use. */
export function groupOf(metadata: Record<string, string>, fallback: string): string {
  return metadata.basket_id ?? metadata.order_id ?? metadata.group ?? fallback;
}
