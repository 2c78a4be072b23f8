import type { World } from '../../core/provider';
import {
  ADYEN_API_KEY,
  ADYEN_CLIENT_KEY,
  ADYEN_HMAC_KEY,
  ADYEN_MERCHANT,
  ADYEN_WEBHOOK_PATH,
  MUSEMENT_ADYEN,
} from '../../core/secrets';

/** A customer of Adyen's: its account, its keys, and where its notifications go. */
export interface Merchant {
  /** `merchantAccount` in each call. */
  readonly account: string;
  readonly apiKey: string;
  /** What browsers show; it names the merchant and opens nothing. */
  readonly clientKey: string;
  /** Card schemes that it takes, in the order in which they are shown. */
  readonly brands: readonly string[];
  webhook(world: World): { url: string; hmacKey: string } | undefined;
}

const BRANDS = ['visa', 'mc', 'amex', 'maestro'];

/** Every merchant. A new one is an entry here and keys in `sandbox/core/secrets.ts`. */
export const merchants: readonly Merchant[] = [
  {
    account: ADYEN_MERCHANT,
    apiKey: ADYEN_API_KEY,
    clientKey: ADYEN_CLIENT_KEY,
    brands: BRANDS,
    webhook: (world) => ({ url: `${world.origin('octo')}${ADYEN_WEBHOOK_PATH}`, hmacKey: ADYEN_HMAC_KEY }),
  },
  {
    account: MUSEMENT_ADYEN.merchant,
    apiKey: MUSEMENT_ADYEN.apiKey,
    clientKey: MUSEMENT_ADYEN.clientKey,
    brands: BRANDS,
    // Its backend learns what came of a payment from the call itself.
    webhook: () => undefined,
  },
];

export function merchantOf(account: string): Merchant | undefined {
  return merchants.find((one) => one.account === account);
}

export function byClientKey(key: string): Merchant | undefined {
  return merchants.find((one) => one.clientKey === key);
}
