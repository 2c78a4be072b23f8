import { AdyenRefusal } from './errors';
import { seal } from './seal';
import type { Sim } from './sim';
import type { Payment, Session } from './types';

/** How long a session lives that was made without `expiresAt`, and how many refusals it bears. */
export const LIFETIME_MS = 3_600_000;
export const MOST_REFUSALS = 5;

/** What Adyen says of a session when it is asked. `canceled` is spelled its way. */
export type SessionStatus = 'active' | 'completed' | 'paymentPending' | 'refused' | 'canceled' | 'expired';

/** How a session stands now. */
export function sessionStatus(sim: Sim, session: Session): SessionStatus {
  const codes = sim.paymentsOf(session).map(({ resultCode }) => resultCode);
  if (codes.includes('Authorised')) return 'completed';
  if (codes.includes('Received')) return 'paymentPending';
  if (session.refusals >= MOST_REFUSALS) return 'refused';
  if (sim.now() >= session.expiresAt) return 'expired';
  return codes.at(-1) === 'Cancelled' ? 'canceled' : 'active';
}

const GONE: Readonly<Record<'completed' | 'paymentPending' | 'refused' | 'expired', string>> = {
  completed: 'The payment session was completed before',
  paymentPending: 'A payment of this session is still being processed',
  refused: 'The payment session was refused too often',
  expired: 'The payment session has expired',
};

/** Throws unless the session can still be paid. A shopper who turned back at the bank may try again. */
export function mustBeOpen(sim: Sim, session: Session): void {
  const status = sessionStatus(sim, session);
  if (status === 'active' || status === 'canceled') return;
  // Adyen publishes no numbers for these, so they carry names.
  throw new AdyenRefusal(422, `session_${status}`, GONE[status]);
}

/** The state of a session that its browser carries; a new one with each answer. */
export function sessionData(sim: Sim, session: Session): string {
  return seal('sessionData', { id: session.id, at: sim.now(), tries: session.payments.length });
}

/** What the shop hands to its server as proof. It says how things stood when it was made, and never learns more. */
export function sessionResult(sim: Sim, session: Session, payment: Payment): string {
  return seal('sessionResult', {
    id: session.id,
    psp: payment.psp,
    status: sessionStatus(sim, session),
    resultCode: payment.resultCode,
  });
}
