import { invalid } from '../errors';
import { sessionStatus } from '../session';
import type { Payment } from '../types';
import type { Handler } from './respond';

/** What a person reads in the Customer Area. Adyen has no API for it; notifications are its way to tell servers. */

const view = (payment: Payment) => ({
  pspReference: payment.psp,
  merchantReference: payment.reference,
  sessionId: payment.session,
  resultCode: payment.resultCode,
  refusalReason: payment.refusal?.reason ?? null,
  amount: payment.amount,
  captured: payment.captured,
  refunded: payment.refunded,
  cancelled: payment.cancelled,
  modifications: payment.modifications.map(({ psp, kind, status }) => ({ pspReference: psp, kind, status })),
});

export const session: Handler = ({ sim, merchant, id }) => {
  const found = sim.sessions.get(id);
  if (found?.merchant !== merchant.account) throw invalid('702', "Field 'sessionId' is not valid.");
  return {
    status: 200,
    body: {
      id,
      reference: found.reference,
      status: sessionStatus(sim, found),
      refusals: found.refusals,
      expiresAt: new Date(found.expiresAt).toISOString(),
      payments: sim.paymentsOf(found).map(view),
    },
  };
};

export const payment: Handler = ({ sim, merchant, id }) => ({
  status: 200,
  body: view(sim.needPayment(id, merchant.account)),
});
