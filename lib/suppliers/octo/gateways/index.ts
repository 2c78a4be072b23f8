import type { OptionSpec } from '@/lib/checkout/supplier';
import { adyen } from './adyen';
import { spreedly } from './spreedly';
import { stripe } from './stripe';
import type { Way } from './types';
import { viva } from './viva';

/** The supplier's gateways that a customer can pay through, one line each. */
export const ways: readonly Way[] = [stripe, adyen, spreedly, viva];

/** The partner takes the money: by a gateway that is none (`external`), or on account. */
export const EXTERNAL: OptionSpec = { id: 'octo.external', label: 'external', collects: 'partner' };

/** A card that this order lists pays again, with nobody asked for its number. */
export const SAVED: OptionSpec = { id: 'octo.saved-card', label: 'saved-card', collects: 'supplier' };

export const options: readonly OptionSpec[] = [...ways.map(({ option }) => option), SAVED, EXTERNAL];

/** The way of an option; absent for those that need no gateway's page. */
export function wayOf(option: string): Way | undefined {
  return ways.find((way) => way.option.id === option);
}

/** A gateway as the wire names it. */
export function wireName(gateway: string): string {
  return gateway === 'viva' ? 'vivawallet' : gateway;
}
