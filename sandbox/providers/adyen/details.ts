import { z } from 'zod';
import { invalid } from './errors';
import { afterAuthentication } from './pay';
import { unseal } from './seal';
import type { Sim } from './sim';
import type { Payment } from './types';

const claim = z.looseObject({ authorisationToken: z.string() });

/**
 * Takes what a browser brought back from the issuer and carries the payment on. Adyen believes its own record of the
 * authentication; the browser only says which one. Brought twice, it gets the same answer twice.
 */
export function settleDetails(
  sim: Sim,
  details: { redirectResult?: string; threeDSResult?: string },
  mine: (payment: Payment) => boolean,
): Payment {
  const payment = details.redirectResult
    ? sim.payments.get(String(unseal('redirectResult', details.redirectResult)?.psp))
    : details.threeDSResult
      ? byToken(sim, details.threeDSResult)
      : undefined;
  if (!payment || !mine(payment)) throw invalid('14_018', 'Invalid payload provided');
  afterAuthentication(sim, payment);
  return payment;
}

function byToken(sim: Sim, result: string): Payment | undefined {
  let said: unknown;
  try {
    said = JSON.parse(Buffer.from(result, 'base64').toString());
  } catch {
    return undefined;
  }
  const { data } = claim.safeParse(said);
  return data && paymentByToken(sim, data.authorisationToken);
}

/** The payment whose authentication has this token. */
export function paymentByToken(sim: Sim, token: string): Payment | undefined {
  return [...sim.payments.values()].find(({ authentication }) => authentication?.token === token);
}
