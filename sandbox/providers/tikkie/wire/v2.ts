import { paid, type Sim, sumOf } from '../sim';
import type { Payment, PaymentRequest, Refund } from '../types';

const iso = (ms: number) => new Date(ms).toISOString();

/** A request as version 2 shows it: what was paid as a sum, the payments at an address of their own. */
export function requestV2(sim: Sim, request: PaymentRequest) {
  const through = paid(request);
  return {
    paymentRequestToken: request.token,
    url: sim.urlOf(request),
    ...(request.amount === null ? {} : { amountInCents: request.amount }),
    description: request.description,
    ...(request.externalId === null ? {} : { referenceId: request.externalId }),
    createdDateTime: iso(request.createdMs),
    expiryDate: iso(request.expiresMs).slice(0, 10),
    status: sim.statusOf(request),
    numberOfPayments: through.length,
    totalAmountPaidInCents: sumOf(through),
  };
}

/** A payment that is through; others are not shown. */
export function paymentV2(request: PaymentRequest, payment: Payment) {
  return {
    paymentToken: payment.token,
    tikkieId: payment.token.replace(/\D/g, '').padEnd(12, '0').slice(0, 12),
    counterPartyName: payment.name,
    counterPartyAccountNumber: 'NL01ABNA1234567890',
    amountInCents: payment.amount,
    description: request.description,
    createdDateTime: iso(payment.createdMs),
    refunds: payment.refunds.map(refundV2),
  };
}

export function refundV2({ token, amount, description, reference, createdMs, status }: Refund) {
  return {
    refundToken: token,
    amountInCents: amount,
    description,
    ...(reference === null ? {} : { referenceId: reference }),
    createdDateTime: iso(createdMs),
    status,
  };
}
