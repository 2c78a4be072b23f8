import type { OptionSpec } from '@/lib/checkout/supplier';
import type { OctoConfig } from '../config';
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

/** Card details that a partner's server brings, through the supplier's Adyen account. */
export const RAW: OptionSpec = { id: 'octo.adyen-card', label: 'card', collects: 'supplier', server: true };

/** Every option; card details only where the configuration lets them in. */
export function optionsFor({ rawCards }: Pick<OctoConfig, 'rawCards'>): readonly OptionSpec[] {
  return [...ways.map(({ option }) => option), SAVED, ...(rawCards ? [RAW] : []), EXTERNAL];
}

/** The way of an option; absent for those that need no gateway's page. */
export function wayOf(option: string): Way | undefined {
  return ways.find((way) => way.option.id === option);
}

/** A gateway as the wire names it. */
export function wireName(gateway: string): string {
  return gateway === 'viva' ? 'vivawallet' : gateway;
}
