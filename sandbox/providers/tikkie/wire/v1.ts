import type { Settings } from '../settings';
import type { Sim } from '../sim';
import type { PaymentRequest, Platform, User } from '../types';

/** A platform as version 1 shows it. */
export function platformV1({ token, name, phoneNumber, email, notificationUrl, usage }: Platform) {
  return {
    name,
    platformToken: token,
    phoneNumber,
    email,
    notificationUrl,
    status: 'ACTIVE',
    platformUsage: usage,
  };
}

export function userV1({ token, name, bankAccount }: User) {
  const { token: bankAccountToken, iban, label: bankAccountLabel } = bankAccount;
  return {
    userToken: token,
    name,
    status: 'ACTIVE',
    bankAccounts: [{ bankAccountToken, iban, bankAccountLabel }],
  };
}

/** A request with its payments. Where it is paid is told once, when it is made. */
export function requestV1(sim: Sim, request: PaymentRequest) {
  const status = sim.statusOf(request);
  const date = dates(sim.settings.dates);
  const ended = status === 'EXPIRED' ? (request.endedMs ?? request.expiresMs) : null;
  return {
    paymentRequestToken: request.token,
    amountInCents: request.amount === null ? null : String(request.amount),
    currency: 'EUR',
    description: request.description,
    created: date(request.createdMs),
    expired: ended === null ? null : date(ended),
    status,
    bankAccountYieldedTooFast: request.yieldedTooFast,
    externalId: request.externalId,
    payments: request.payments.map((payment) => ({
      paymentToken: payment.token,
      counterPartyName: payment.name,
      amountInCents: String(payment.amount),
      amountCurrency: 'EUR',
      description: request.description,
      created: date(payment.createdMs),
      onlinePaymentStatus: payment.status,
    })),
  };
}

function dates(as: Settings['dates']): (ms: number) => string | number {
  switch (as) {
    case 'iso':
      return (ms) => new Date(ms).toISOString();
    case 'millis':
      return (ms) => ms;
    case 'millis-text':
      return String;
  }
}
