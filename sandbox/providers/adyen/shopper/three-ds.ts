import { z } from 'zod';
import { actionFor, threeDSResult } from '../action';
import { invalid } from '../errors';
import { unseal } from '../seal';
import { json, merchantFor, type ShopperHandler, wayOf } from './door';

const body = z.looseObject({ fingerprintResult: z.string(), paymentData: z.string() });

/**
 * After the invisible look at the browser: a question of the issuer's, or none. Whether the look came about does not
 * matter here; an issuer that saw nothing decides without it.
 */
export const submitFingerprint: ShopperHandler = async (c, sim) => {
  const merchant = merchantFor(c.req.query('token'));
  const { data } = body.safeParse(await json(c));
  const payment = data && sim.payments.get(String(unseal('paymentData', data.paymentData)?.psp));
  const { authentication } = payment ?? {};
  if (payment?.merchant !== merchant.account || !authentication) {
    throw invalid('14_018', 'Invalid payload provided');
  }
  if (payment.resultCode === 'IdentifyShopper' && authentication.asks) {
    payment.resultCode = 'ChallengeShopper';
  } else if (payment.resultCode === 'IdentifyShopper') {
    authentication.answer = 'passed';
  }
  const action = payment.resultCode === 'ChallengeShopper' && actionFor(payment, wayOf(c, sim.world).base);
  return Response.json(
    action
      ? { type: 'action', action }
      : { type: 'completed', details: { threeDSResult: threeDSResult('Y', authentication.token) } },
  );
};
