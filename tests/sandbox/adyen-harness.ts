import { ADYEN_API_KEY, ADYEN_HMAC_KEY, ADYEN_MERCHANT } from '@/sandbox/core/secrets';
import { adyen } from '@/sandbox/providers/adyen';
import { hmacSignature } from '@/sandbox/providers/adyen/notifications';
import { arrived, type Harness, harnessOf } from './harness';

export type Json = Record<string, unknown>;

/** A notification as it arrived, its signature checked. */
export interface Item extends Json {
  eventCode: string;
  success: string;
  pspReference: string;
  merchantReference: string;
  reason: string;
  additionalData: Record<string, string>;
}

/** Only the Adyen provider, with a receiver where OCTO would listen. */
export interface AdyenHarness extends Harness {
  items: Item[];
  /** Calls the Checkout API as Ventrata's server. */
  call(method: 'GET' | 'POST', path: string, body?: Json, headers?: Record<string, string>): Promise<Answer>;
  /** Waits until a notification fits. */
  item(fits: (item: Item) => boolean, timeoutMs?: number): Promise<Item>;
}

export interface Answer {
  status: number;
  body: Json;
}

/** What a Ventrata-like server orders; `extra` replaces. */
export const order = (extra: Json = {}): Json => ({
  merchantAccount: ADYEN_MERCHANT,
  amount: { currency: 'GBP', value: 6250 },
  reference: 'order-1',
  returnUrl: 'http://localhost:3000/return/abc',
  countryCode: 'GB',
  ...extra,
});

export async function adyenHarness(shopOrigin = 'http://localhost:3000'): Promise<AdyenHarness> {
  const items: Item[] = [];
  const receive = (body: string): number => {
    for (const { NotificationRequestItem: item } of JSON.parse(body).notificationItems) {
      const { hmacSignature: given } = item.additionalData;
      if (hmacSignature(item, ADYEN_HMAC_KEY) === given) items.push(item);
    }
    return 202;
  };
  const harness = await harnessOf(adyen, shopOrigin, receive, () => {
    items.length = 0;
  });
  return {
    ...harness,
    items,
    async call(method, path, body, headers = {}) {
      const answer = await fetch(`${harness.origin}${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-api-key': ADYEN_API_KEY, ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: answer.status, body: (await answer.json()) as Json };
    },
    item: (fits, timeoutMs) => arrived(items, fits, ({ eventCode }) => eventCode, timeoutMs),
  };
}
