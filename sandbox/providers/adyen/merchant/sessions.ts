import { invalid } from '../errors';
import { newSessionId } from '../ids';
import { unseal } from '../seal';
import { LIFETIME_MS, sessionData } from '../session';
import type { Payment, Session } from '../types';
import { createSession, readPriced } from './params';
import type { Handler } from './respond';

const DAY_MS = 24 * 3_600_000;

/** `POST /sessions`: the amount that one shopper may pay, and until when (an hour, unless asked for; a day at most). */
export const create: Handler = ({ sim, merchant, body }) => {
  const params = readPriced(createSession, body);
  const now = sim.now();
  const expiresAt = params.expiresAt ? Date.parse(params.expiresAt) : now + LIFETIME_MS;
  if (expiresAt <= now || expiresAt > now + DAY_MS) throw invalid('702', 'Invalid expiresAt');
  if (
    params.storePaymentMethodMode &&
    params.storePaymentMethodMode !== 'disabled' &&
    !params.shopperReference
  ) {
    throw invalid('158', "Required field 'shopperReference' is not provided.");
  }
  const session: Session = {
    id: newSessionId(),
    merchant: merchant.account,
    reference: params.reference,
    amount: params.amount,
    countryCode: params.countryCode ?? null,
    shopperLocale: params.shopperLocale ?? 'en-US',
    shopperReference: params.shopperReference ?? null,
    returnUrl: params.returnUrl,
    created: now,
    expiresAt,
    manualCapture: params.additionalData?.manualCapture === true,
    nativeThreeDS: params.authenticationData?.threeDSRequestData?.nativeThreeDS ?? 'preferred',
    requested: params.additionalData?.RequestedTestAcquirerResponseCode ?? null,
    store: params.storePaymentMethodMode ?? (params.storePaymentMethod ? 'enabled' : 'disabled'),
    refusals: 0,
    payments: [],
  };
  sim.sessions.set(session.id, session);
  sim.book(session);
  // The ledger learns by itself that nobody can pay it any more.
  sim.world.later(expiresAt - now, () => sim.book(session));
  const { additionalData: _kept, ...echo } = params;
  return {
    status: 201,
    body: {
      ...echo,
      id: session.id,
      sessionData: sessionData(sim, session),
      shopperLocale: session.shopperLocale,
      mode: params.mode ?? 'embedded',
      expiresAt: new Date(expiresAt).toISOString(),
    },
  };
};

/**
 * `GET /sessions/{id}?sessionResult=`: how the session stood when its browser was told. The answer never changes; who
 * wants to know what came of a payment later waits for the notification.
 */
export const result: Handler = ({ sim, merchant, id, query }) => {
  const blob = query('sessionResult');
  if (blob === undefined) throw invalid('158', "Required field 'sessionResult' is not provided.");
  const told = unseal('sessionResult', blob);
  const session = sim.sessions.get(id);
  if (session?.merchant !== merchant.account || told?.id !== id) {
    throw invalid('702', "Field 'sessionId' is not valid.");
  }
  const payment = sim.payments.get(String(told.psp));
  const paid = payment && told.resultCode === 'Authorised';
  return {
    status: 200,
    body: {
      id,
      reference: session.reference,
      status: told.status,
      ...(paid ? { payments: [paymentView(payment)] } : {}),
    },
  };
};

function paymentView({ amount, card, psp }: Payment): Record<string, unknown> {
  return {
    amount,
    paymentMethod: { type: 'scheme', brand: card.brand },
    pspReference: psp,
    resultCode: 'Authorised',
  };
}
