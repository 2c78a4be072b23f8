import type { AdyenPart, Gateway, Paid, SavedCard, SpreedlyPart } from './order';
import type { CardPaymentWire, CardWire } from './wire-order';

/** What an order whose guest pays the supplier is paid through, where we were not told how. */
const NOT_GRANTED = 'octo/cardPayments';

/**
 * How an order is paid. Without a `cardPayment` nobody asks for a card: the partner collects, and is invoiced. Unless the
 * guest pays the supplier (`DIRECT`): then the capability is missing, and whoever collected for it would never be given tickets.
 * `due` in minor units.
 */
export function gatewayOf(
  wire: CardPaymentWire | null | undefined,
  { settlementMethod, due = null }: { settlementMethod?: string | null; due?: number | null } = {},
): Gateway {
  if (!wire && settlementMethod === 'DIRECT' && due !== 0) return { id: 'unknown', name: NOT_GRANTED };
  if (!wire) return { id: 'account' };
  switch (wire.gateway) {
    case 'stripe':
      return { id: 'stripe', intent: intentOf(wire) };
    case 'adyen':
      return { id: 'adyen', adyen: adyenOf(wire) };
    case 'vivawallet':
      return { id: 'viva', order: wire.vivawallet?.order ?? null, error: wire.vivawallet?.error ?? null };
    case 'spreedly':
      return { id: 'spreedly', spreedly: spreedlyOf(wire) };
    case 'external':
      return { id: 'external' };
    default:
      return { id: 'unknown', name: wire.gateway };
  }
}

function intentOf({ stripe }: CardPaymentWire) {
  const intent = stripe?.paymentIntent;
  if (!intent?.publishableKey || !intent.clientSecret) return null;
  return { id: intent.id, publishableKey: intent.publishableKey, clientSecret: intent.clientSecret };
}

/** `adyen` is empty where nothing is due. */
function adyenOf({ adyen }: CardPaymentWire): AdyenPart | null {
  if (!adyen?.environment || !adyen.clientKey) return null;
  const { environment, clientKey, countryCode, session, paymentMethodsConfiguration } = adyen;
  return {
    environment,
    clientKey,
    countryCode: countryCode ?? null,
    session: session ? { id: session.id, sessionData: session.sessionData } : null,
    configuration: paymentMethodsConfiguration ?? {},
  };
}

function spreedlyOf({ spreedly }: CardPaymentWire): SpreedlyPart | null {
  if (!spreedly?.env) return null;
  const { env, nonce, timestamp, certificateToken, signature } = spreedly;
  const whole = nonce && timestamp && certificateToken && signature;
  return { env, signed: whole ? { nonce, timestamp, certificateToken, signature } : null };
}

export function paidOf(wire: CardPaymentWire | null | undefined): Paid {
  return {
    outstanding: wire?.outstandingBalance ?? null,
    total: wire?.totalPaid ?? null,
    refunded: wire?.totalRefunded ?? null,
  };
}

/** The cards that this order lists: those that paid on it before. */
export function savedCards(wire: CardPaymentWire | null | undefined): readonly SavedCard[] {
  return (wire?.reusableCards ?? []).flatMap((card) => (card ? [{ id: card.id, label: labelOf(card) }] : []));
}

function labelOf({ brand, last4, expMonth, expYear }: CardWire): string {
  const name = brand ? `${brand.charAt(0).toUpperCase()}${brand.slice(1)}` : 'Card';
  const until =
    expMonth && expYear ? `, ${String(expMonth).padStart(2, '0')}/${String(expYear).slice(-2)}` : '';
  return `${name}${last4 ? ` •••• ${last4}` : ''}${until}`;
}
