import { findTestCard, type TestCard } from './cards';
import { type DeclineName, declineBody } from './declines';
import { StripeRefusal } from './errors';
import { newId } from './ids';
import type { Params } from './params';
import type { Sim } from './sim';
import type { Charge, PaymentMethod } from './types';

/** How long money that was set aside stays so. */
const CAPTURE_WITHIN_MS = 7 * 24 * 3_600_000;

/** What the issuer says to a charge without an intent. Nobody is there to answer a bank's question. */
function verdict(card: TestCard | undefined): DeclineName | undefined {
  if (!card) return 'test_mode_live_card';
  return card.challenge ? 'authentication_required' : card.decline;
}

/**
 * Charges a card at once, or sets the money aside for a capture. A refusal leaves a failed charge behind and is thrown.
 * The slow test card is not slow here: a plain card charge has no `processing`.
 */
export function chargeCard(sim: Sim, method: PaymentMethod, params: Params<'createCharge'>): Charge {
  const charge = sim.state.charges.put({
    id: newId('ch'),
    account: method.account,
    created: sim.now(),
    intent: null,
    paymentMethod: method.id,
    amount: params.amount,
    amountCaptured: 0,
    amountRefunded: 0,
    currency: params.currency,
    status: 'succeeded',
    captured: false,
    released: false,
    threeDSecure: false,
    failure: null,
    metadata: params.metadata ?? {},
    description: params.description ?? null,
  });
  const decline = verdict(findTestCard(method.card.number));
  if (decline) {
    charge.status = 'failed';
    charge.failure = declineBody(decline, charge.id);
    sim.announceCharge(charge, 'failed');
    throw new StripeRefusal(402, charge.failure);
  }
  if (params.capture === false) sim.world.later(CAPTURE_WITHIN_MS, () => expire(sim, charge));
  else take(charge, charge.amount);
  sim.announceCharge(charge, 'succeeded');
  return charge;
}

/** Takes `amount` (minor units) of what was set aside; the rest goes free. */
export function take(charge: Charge, amount: number): void {
  charge.captured = true;
  charge.amountCaptured = amount;
}

function expire(sim: Sim, charge: Charge): void {
  if (charge.captured || charge.released) return;
  charge.released = true;
  charge.amountRefunded = charge.amount;
  sim.announceCharge(charge, 'expired');
}
