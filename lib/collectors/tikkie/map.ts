import type { TikkieRequest } from './request';
import type { PaymentV2, RequestV1, RequestV2 } from './wire';

/** Wire → domain of version 1. Its `url` is told once, when a request is made: afterwards it is made of the token. */
export function fromV1(wire: RequestV1, urlOf: (token: string) => string): TikkieRequest {
  const payments = wire.payments ?? [];
  const through = payments.filter(({ onlinePaymentStatus }) => onlinePaymentStatus === 'paid');
  return {
    token: wire.paymentRequestToken,
    url: urlOf(wire.paymentRequestToken),
    externalId: wire.externalId ?? null,
    description: wire.description ?? '',
    amount: wire.amountInCents ?? null,
    createdAt: wire.created ?? null,
    status: wire.status,
    paid: sumOf(through),
    payments: through.length,
    pending: payments.some(({ onlinePaymentStatus }) => onlinePaymentStatus === 'pending'),
    refused: payments.at(-1)?.onlinePaymentStatus === 'refused',
    blocked: wire.bankAccountYieldedTooFast === true,
  };
}

/** Wire → domain of version 2, which shows payments when they are through, and nothing of those that are not. */
export function fromV2(wire: RequestV2, payments: readonly PaymentV2[] | null): TikkieRequest {
  return {
    token: wire.paymentRequestToken,
    url: wire.url,
    externalId: wire.referenceId ?? null,
    description: wire.description ?? '',
    amount: wire.amountInCents ?? null,
    createdAt: wire.createdDateTime ?? null,
    status: wire.status,
    paid: payments ? sumOf(payments) : wire.totalAmountPaidInCents,
    payments: payments ? payments.length : wire.numberOfPayments,
    pending: false,
    refused: false,
    blocked: false,
  };
}

function sumOf(rows: readonly { readonly amountInCents: number }[]): number {
  return rows.reduce((sum, { amountInCents }) => sum + amountInCents, 0);
}
