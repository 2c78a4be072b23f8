import { z } from 'zod';
import { actionFor } from '../action';
import { settleDetails } from '../details';
import { invalid } from '../errors';
import { begin } from '../pay';
import { cardMethod, readCard } from '../read-card';
import type { Payment } from '../types';
import { createPayment, paymentDetails, read, readPriced } from './params';
import type { Handler, Reply } from './respond';

/** `POST /paymentMethods`: what a page that has no session may offer. */
export const methods: Handler = ({ merchant }) => ({
  status: 200,
  body: { paymentMethods: [{ type: 'scheme', name: 'Cards', brands: merchant.brands }] },
});

/** `POST /payments`: a payment without a session, with encrypted, raw or stored card data. */
export const create: Handler = async ({ sim, merchant, body }) => {
  const params = readPriced(createPayment, body);
  if (params.paymentMethod === undefined)
    throw invalid('14_006', "Required object 'paymentMethod' is not provided.");
  const method = read(cardMethod, params.paymentMethod);
  const shopperReference = params.shopperReference ?? null;
  const card = await readCard(sim, { merchant: merchant.account, shopperReference }, method);
  const native = params.authenticationData?.threeDSRequestData?.nativeThreeDS === 'preferred';
  const payment = begin(
    sim,
    {
      merchant: merchant.account,
      session: null,
      reference: params.reference,
      amount: params.amount,
      returnUrl: params.returnUrl,
      shopperReference,
      manualCapture: params.additionalData?.manualCapture === true,
      store: params.storePaymentMethod === true,
      requested: params.additionalData?.RequestedTestAcquirerResponseCode ?? null,
    },
    card,
    native,
  );
  return answer(payment, `${sim.world.origin('adyen')}/checkoutshopper`);
};

/** `POST /payments/details`: what the browser brought back from the issuer. */
export const details: Handler = ({ sim, merchant, body }) => {
  const params = read(paymentDetails, body);
  const payment = settleDetails(sim, params.details, (one) => one.merchant === merchant.account);
  return answer(payment, `${sim.world.origin('adyen')}/checkoutshopper`);
};

function answer(payment: Payment, base: string): Reply {
  const { psp, resultCode, refusal, reference, amount, card, storedPaymentMethodId } = payment;
  const action = actionFor(payment, base);
  return {
    status: 200,
    body: {
      pspReference: psp,
      resultCode,
      amount,
      merchantReference: reference,
      paymentMethod: { type: 'scheme', brand: card.brand },
      ...(refusal ? { refusalReason: refusal.reason, refusalReasonCode: refusal.code } : {}),
      ...(action ? { action } : {}),
      ...(storedPaymentMethodId
        ? { additionalData: { 'recurring.recurringDetailReference': storedPaymentMethodId } }
        : {}),
    },
  };
}

/** `GET /storedPaymentMethods?shopperReference=`: the cards that a shopper has left. */
export const stored: Handler = ({ sim, merchant, query }) => {
  const shopperReference = z.string().safeParse(query('shopperReference'));
  if (!shopperReference.success) throw invalid('158', "Required field 'shopperReference' is not provided.");
  const kept = [...sim.stored.values()].filter(
    (one) => one.merchant === merchant.account && one.shopperReference === shopperReference.data,
  );
  return {
    status: 200,
    body: {
      merchantAccount: merchant.account,
      shopperReference: shopperReference.data,
      storedPaymentMethods: kept.map(({ id, card }) => ({
        id,
        type: 'scheme',
        name: card.brand,
        brand: card.brand,
        lastFour: card.last4,
        expiryMonth: card.expiryMonth,
        expiryYear: card.expiryYear,
        holderName: card.holderName ?? '',
        supportedShopperInteractions: ['Ecommerce', 'ContAuth'],
        supportedRecurringProcessingModels: ['CardOnFile', 'UnscheduledCardOnFile'],
      })),
    },
  };
};
