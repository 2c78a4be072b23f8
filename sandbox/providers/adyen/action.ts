import { findTestCard } from './cards';
import { seal } from './seal';
import type { Payment } from './types';

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

/** Where the issuer's pages are. In life they are on another host than the fields; so they are under TLS here. */
function issuer(base: string): string {
  const { origin, protocol } = new URL(base);
  return protocol === 'https:' ? 'https://pal-test.adyen.com' : origin;
}

/**
 * What the browser has to do before the payment can go on; undefined when nothing. `base` is the address of the
 * shopper's side that the browser speaks to, without a slash at its end.
 */
export function actionFor(payment: Payment, base: string): Record<string, unknown> | undefined {
  const { authentication, resultCode, psp } = payment;
  if (!authentication) return undefined;
  const { id, token } = authentication;
  const common = { paymentMethodType: 'scheme' };
  const acs = `${issuer(base)}/threeds2simulator/acs`;
  const native = { ...common, type: 'threeDS2', authorisationToken: token };
  switch (resultCode) {
    case 'RedirectShopper':
      if (isByForm(payment)) {
        return {
          ...common,
          type: 'redirect',
          method: 'POST',
          url: `${new URL(base).origin}/checkoutshopper/threeDS/form`,
          data: { MD: token, PaReq: seal('paReq', { psp }), TermUrl: payment.returnUrl },
        };
      }
      return {
        ...common,
        type: 'redirect',
        method: 'GET',
        url: `${new URL(base).origin}/checkoutshopper/threeDS/redirect?MD=${token}`,
      };
    case 'IdentifyShopper':
      return {
        ...native,
        subtype: 'fingerprint',
        paymentData: seal('paymentData', { psp }),
        token: base64({
          threeDSMethodNotificationURL: `${new URL(base).origin}/checkoutshopper/threeDSMethodNotification.shtml`,
          threeDSMethodUrl: `${acs}/startMethod.shtml`,
          threeDSServerTransID: id,
        }),
      };
    case 'ChallengeShopper':
      return {
        ...native,
        subtype: 'challenge',
        token: base64({
          acsTransID: id,
          acsURL: `${acs}/challenge.shtml`,
          messageVersion: '2.2.0',
          threeDSNotificationURL: `${new URL(base).origin}/checkoutshopper/threeDSnotification.shtml`,
          threeDSServerTransID: id,
        }),
      };
    default:
      return undefined;
  }
}

/** Whether the bank's page is opened by a form, and comes back by one: a merchant's own payment with such a card. */
export function isByForm({ session, card }: Payment): boolean {
  return session === null && findTestCard(card.number)?.asks === 'form';
}

/** What a browser brings back from an authentication that needed no question. */
export function threeDSResult(transStatus: 'Y' | 'N', authorisationToken: string): string {
  return base64({ transStatus, authorisationToken });
}
