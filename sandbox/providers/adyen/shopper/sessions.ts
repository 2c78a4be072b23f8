import type { Context } from 'hono';
import { z } from 'zod';
import { actionFor } from '../action';
import { settleDetails } from '../details';
import { AdyenRefusal, invalid } from '../errors';
import type { Merchant } from '../merchants';
import { begin } from '../pay';
import { cardMethod, readCard } from '../read-card';
import { seal, unseal } from '../seal';
import { mustBeOpen, sessionData, sessionResult } from '../session';
import type { Sim } from '../sim';
import { cardsName } from '../translations';
import type { Payment, Session } from '../types';
import { json, merchantFor, type ShopperHandler, wayOf } from './door';

/** What the library sends along with everything; parts that change nothing here are let pass. */
const carried = z.looseObject({ sessionData: z.string().optional() });
const paymentBody = z.looseObject({ paymentMethod: cardMethod, storePaymentMethod: z.boolean().optional() });
const detailsBody = z.looseObject({
  details: z.looseObject({ redirectResult: z.string().optional(), threeDSResult: z.string().optional() }),
});

interface Visit {
  merchant: Merchant;
  session: Session;
  body: Record<string, unknown>;
}

/** The session of a call. The blob must be its own; a page that came back from a bank may have lost it. */
async function visit(c: Context, sim: Sim, mayLackData = false): Promise<Visit> {
  const merchant = merchantFor(c.req.query('clientKey'));
  const session = sim.sessions.get(c.req.param('id') ?? '');
  if (session?.merchant !== merchant.account) throw invalid('session_unknown', 'Invalid session');
  const body = carried.safeParse(await json(c));
  if (!body.success) throw new AdyenRefusal(400, '702', 'Problem while parsing JSON');
  const data = body.data.sessionData;
  if (data === undefined ? !mayLackData : unseal('sessionData', data)?.id !== session.id) {
    throw invalid('session_data', 'The session data is not valid');
  }
  return { merchant, session, body: body.data };
}

export const setup: ShopperHandler = async (c, sim) => {
  const { merchant, session } = await visit(c, sim, true);
  const answer = {
    id: session.id,
    sessionData: sessionData(sim, session),
    amount: session.amount,
    ...(session.countryCode ? { countryCode: session.countryCode } : {}),
    shopperLocale: session.shopperLocale,
    expiresAt: new Date(session.expiresAt).toISOString(),
    returnUrl: session.returnUrl,
    configuration: { enableStoreDetails: session.store === 'askForConsent' },
    paymentMethods: {
      paymentMethods: [{ type: 'scheme', name: cardsName(session.shopperLocale), brands: merchant.brands }],
      storedPaymentMethods: storedOf(sim, session),
    },
  };
  // A page that comes back from the bank sets itself up again, whatever became of the session meanwhile.
  const returning = sim.paymentsOf(session).some(({ authentication }) => authentication !== null);
  if (!returning) mustBeOpen(sim, session);
  return Response.json(answer);
};

function storedOf(sim: Sim, session: Session): Record<string, unknown>[] {
  if (session.store === 'disabled' || !session.shopperReference) return [];
  return [...sim.stored.values()]
    .filter((one) => one.merchant === session.merchant && one.shopperReference === session.shopperReference)
    .map(({ id, card }) => ({
      id,
      type: 'scheme',
      name: card.brand,
      brand: card.brand,
      lastFour: card.last4,
      expiryMonth: card.expiryMonth,
      expiryYear: card.expiryYear,
      holderName: card.holderName ?? '',
      supportedShopperInteractions: ['Ecommerce', 'ContAuth'],
    }));
}

export const payments: ShopperHandler = async (c, sim) => {
  const { merchant, session, body } = await visit(c, sim);
  const parsed = paymentBody.safeParse(body);
  if (!parsed.success) throw invalid('14_006', "Required object 'paymentMethod' is not provided.");
  const { paymentMethod, storePaymentMethod } = parsed.data;
  if (paymentMethod.number !== undefined || paymentMethod.cvc !== undefined) {
    throw new AdyenRefusal(403, '010', 'Not allowed: raw card data', 'security');
  }
  const card = await readCard(sim, session, paymentMethod);
  // After the reading, which takes its time: nothing comes between this and the payment.
  mustBeOpen(sim, session);
  const { native } = wayOf(c, sim.world);
  const payment = begin(
    sim,
    {
      merchant: merchant.account,
      session: session.id,
      reference: session.reference,
      amount: session.amount,
      returnUrl: session.returnUrl,
      shopperReference: session.shopperReference,
      manualCapture: session.manualCapture,
      store:
        session.store === 'enabled' || (session.store === 'askForConsent' && storePaymentMethod === true),
      requested: session.requested,
    },
    card,
    native && session.nativeThreeDS === 'preferred',
  );
  return Response.json(outcome(c, sim, session, payment));
};

export const details: ShopperHandler = async (c, sim) => {
  const { session, body } = await visit(c, sim, true);
  const parsed = detailsBody.safeParse(body);
  if (!parsed.success) throw invalid('14_018', 'Invalid payload provided');
  const payment = settleDetails(sim, parsed.data.details, (one) => one.session === session.id);
  return Response.json(outcome(c, sim, session, payment));
};

/** Only names that the library knows: it warns of any other in the shop's console. */
function outcome(c: Context, sim: Sim, session: Session, payment: Payment): Record<string, unknown> {
  const action = actionFor(payment, wayOf(c, sim.world).base);
  return {
    resultCode: payment.resultCode,
    sessionData: sessionData(sim, session),
    ...(action ? { action } : { sessionResult: sessionResult(sim, session, payment) }),
  };
}

/** The blob with which a browser returns from the bank's page. */
export function redirectResult(payment: Payment): string {
  return seal('redirectResult', { psp: payment.psp });
}
