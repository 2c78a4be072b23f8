import type { Sim } from './sim';
import { newUuid } from './sim';
import type { Payment, PaymentRequest, PaymentStatus } from './types';

/** People who pay here, one after another. */
const NAMES = ['E. Xample', 'S. de Vries', 'A. Jansen', 'M. Bakker'];

/** Somebody begins to pay a request that is open. `amount` in cents: what the request asks for, unless it says otherwise. */
export function begin(
  sim: Sim,
  request: PaymentRequest,
  status: PaymentStatus,
  amount = request.amount ?? 0,
): Payment {
  const payment: Payment = {
    token: newUuid(),
    name: NAMES[request.payments.length % NAMES.length] ?? 'E. Xample',
    amount,
    createdMs: sim.now(),
    status,
    refunds: [],
  };
  request.payments.push(payment);
  noted(sim, request);
  return payment;
}

/** The payer's bank has decided about everything that it was still at. Answers how many payments that were. */
export function decide(sim: Sim, request: PaymentRequest, status: 'PAID' | 'NOT_PAID'): number {
  const open = request.payments.filter((one) => one.status === 'PENDING' || one.status === 'NEW');
  for (const payment of open) payment.status = status;
  noted(sim, request);
  return open.length;
}

/** Why nobody can pay a request now; null when it can be paid. */
export function hindrance(sim: Sim, request: PaymentRequest): 'blocked' | 'over' | null {
  if (sim.statusOf(request) !== 'OPEN') return 'over';
  return request.yieldedTooFast ? 'blocked' : null;
}

function noted(sim: Sim, request: PaymentRequest): void {
  if (sim.statusOf(request) !== 'OPEN') request.endedMs ??= sim.now();
  sim.book(request);
}
