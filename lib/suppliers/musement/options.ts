import type { Checkout } from '@/lib/checkout/model';
import type { Offered, OptionSpec } from '@/lib/checkout/supplier';
import type { MusementConfig } from './config';
import type { Desk } from './desk';
import { type Gateway, type HoldMemo, readHold } from './memo';

export const STRIPE: OptionSpec = {
  id: 'musement.stripe',
  label: 'card',
  collects: 'supplier',
  method: 'stripe-manual',
};
export const ADYEN: OptionSpec = {
  id: 'musement.adyen',
  label: 'card',
  collects: 'supplier',
  method: 'adyen-card-fields',
};
export const NO_PAYMENT: OptionSpec = { id: 'musement.no-payment', label: 'no-payment', collects: 'partner' };

export const OPTIONS: readonly OptionSpec[] = [STRIPE, ADYEN, NO_PAYMENT];

/** The gateway that an option's component makes a token for; null where none does. */
export function gatewayOfOption(option: string): Gateway | null {
  if (option === STRIPE.id) return 'STRIPE';
  return option === ADYEN.id ? 'ADYEN' : null;
}

/**
 * Which ways to pay there are for this cart. Of the two gateways the one that Musement prefers for it, where we have its key;
 * both where it has no preference. Where the partner may collect, that stands beside them.
 */
export function offered({ config }: Desk, { memo }: Checkout): Readonly<Record<string, Offered | null>> {
  const preferred = readHold(memo)?.preferred ?? null;
  const wanted = preferred && hasKey(config, preferred) ? [preferred] : (['STRIPE', 'ADYEN'] as const);
  const row = (gateway: Gateway): Offered | null =>
    hasKey(config, gateway) && wanted.some((one) => one === gateway) ? { available: true } : null;
  return {
    [STRIPE.id]: row('STRIPE'),
    [ADYEN.id]: row('ADYEN'),
    [NO_PAYMENT.id]: config.merchant ? { available: true } : null,
  };
}

/** Whether its component can be shown: it needs the public key of Musement's account. */
export function hasKey({ stripeKey, adyen }: MusementConfig, gateway: Gateway): boolean {
  return gateway === 'STRIPE' ? stripeKey !== null : adyen !== null;
}

export function otherThan(gateway: Gateway): Gateway {
  return gateway === 'STRIPE' ? 'ADYEN' : 'STRIPE';
}

/**
 * Which gateway a cart is paid through: the one that Musement `names`, unless its questions cannot be put here and the other is there
 * to be tried. Null: either.
 */
export function gatewayFor(
  names: Gateway | null,
  { unable }: Pick<HoldMemo, 'unable'>,
  config: MusementConfig,
): Gateway | null {
  const out = names ?? unable[0];
  if (!out || !unable.includes(out)) return names;
  const other = otherThan(out);
  return hasKey(config, other) && !unable.includes(other) ? other : names;
}
