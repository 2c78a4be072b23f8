import { randomUUID } from 'node:crypto';
import { random } from '../../core/random';
import { findTestCard } from './cards';
import { newPsp } from './ids';
import type { ReadCard } from './read-card';
import { byHolderName, byNumber, NOT_AUTHENTICATED, PLAIN_REFUSAL, SHOPPER_CANCELLED } from './refusals';
import { mustBeOpen } from './session';
import type { Sim } from './sim';
import type { Payment, Refusal } from './types';

/** How long a payment stays `Received`, by the sandbox's clock, before the acquirer says yes. */
const PENDING_MS = 5_000;

type Order = Pick<
  Payment,
  | 'merchant'
  | 'session'
  | 'reference'
  | 'amount'
  | 'returnUrl'
  | 'shopperReference'
  | 'manualCapture'
  | 'store'
  | 'requested'
>;

/**
 * Starts a payment. It comes out authorised, refused or received, or with an open {@link Payment.authentication} that
 * its browser has to go through. `native` says whether the browser can do that without leaving the shop.
 */
export function begin(sim: Sim, order: Order, read: ReadCard, native: boolean): Payment {
  const asks = read.storedPaymentMethodId ? 'none' : (findTestCard(read.card.number)?.asks ?? 'none');
  const page = asks === 'redirect' || asks === 'form';
  const way = native && !page ? 'native' : 'redirect';
  const payment: Payment = {
    ...order,
    ...read,
    psp: newPsp(),
    created: sim.now(),
    resultCode: 'Received',
    refusal: null,
    authentication: null,
    captured: 0,
    refunded: 0,
    cancelled: false,
    modifications: [],
  };
  sim.payments.set(payment.psp, payment);
  const session = payment.session ? sim.sessions.get(payment.session) : undefined;
  session?.payments.push(payment.psp);
  // Nobody is asked about a payment without a page to come back to, or of nothing.
  if (asks === 'none' || payment.amount.value === 0) {
    authorise(sim, payment);
    return payment;
  }
  payment.authentication = {
    id: randomUUID(),
    token: random(48),
    way,
    asks: way === 'redirect' || asks !== 'frictionless',
    answer: 'open',
  };
  payment.resultCode =
    way === 'redirect' ? 'RedirectShopper' : asks === 'challenge' ? 'ChallengeShopper' : 'IdentifyShopper';
  sim.book(payment);
  return payment;
}

/** Goes on after the issuer has spoken with the customer, by the issuer's own record. A second call changes nothing. */
export function afterAuthentication(sim: Sim, payment: Payment): void {
  if (!payment.resultCode.endsWith('Shopper')) return;
  const { answer, way } = payment.authentication ?? { answer: 'failed', way: 'redirect' };
  if (answer === 'passed') authorise(sim, payment);
  else
    refuse(
      sim,
      payment,
      answer === 'cancelled' && way === 'redirect' ? SHOPPER_CANCELLED : NOT_AUTHENTICATED,
    );
}

/** Asks the acquirer: by what the merchant requested, the name on the card, or the card. */
function authorise(sim: Sim, payment: Payment): void {
  const session = payment.session ? sim.sessions.get(payment.session) : undefined;
  // Another tab may have paid meanwhile: one session takes money once.
  if (session) {
    const others = { ...session, payments: session.payments.filter((psp) => psp !== payment.psp) };
    mustBeOpen(sim, others);
  }
  const { requested, card, sound } = payment;
  const verdict =
    byNumber(requested) ??
    byHolderName(card.holderName) ??
    (sound ? { resultCode: 'Authorised' as const } : PLAIN_REFUSAL);
  if (verdict.resultCode === 'Authorised') approve(sim, payment);
  else if (verdict.resultCode === 'Received') wait(sim, payment);
  else refuse(sim, payment, verdict);
}

function wait(sim: Sim, payment: Payment): void {
  payment.resultCode = 'Received';
  sim.book(payment);
  sim.world.later(PENDING_MS, () => settle(sim, payment, true));
}

/** Ends the wait for an acquirer, once. */
export function settle(sim: Sim, payment: Payment, success: boolean): void {
  if (payment.resultCode !== 'Received') return;
  if (success) approve(sim, payment);
  else refuse(sim, payment, PLAIN_REFUSAL);
}

function approve(sim: Sim, payment: Payment): void {
  payment.resultCode = 'Authorised';
  if (!payment.manualCapture) payment.captured = payment.amount.value;
  if (payment.store && payment.shopperReference && !payment.storedPaymentMethodId) {
    const id = random(16, '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const { merchant, shopperReference, card } = payment;
    sim.stored.set(id, { id, merchant, shopperReference, card });
    payment.storedPaymentMethodId = id;
  }
  sim.book(payment);
  sim.notify(payment, 'AUTHORISATION', true);
}

function refuse(sim: Sim, payment: Payment, refusal: Refusal): void {
  payment.resultCode = refusal.resultCode;
  payment.refusal = refusal;
  const session = payment.session ? sim.sessions.get(payment.session) : undefined;
  if (session && refusal.resultCode !== 'Cancelled') session.refusals += 1;
  sim.book(payment);
  sim.notify(payment, 'AUTHORISATION', false);
}
