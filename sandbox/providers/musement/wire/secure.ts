import type { Asked } from '../payments/split';

/** How an activity has the bank's page told. */
export type Manner = 'object' | 'list' | 'redirect';

/**
 * `3d_secure`: what the customer has to do before the order is paid. Names without a value are null, and an empty payload
 * is a list, as Musement's own serialiser has them.
 */
export function secureWire(asked: Asked, manner: Manner): Record<string, unknown> {
  if ('intent' in asked)
    return {
      type: 'USE_STRIPE_SDK',
      payment_intent_client_secret: asked.secret,
      url: null,
      payload: null,
    };
  const { url, fields } = asked;
  const none = { payment_intent_client_secret: null };
  if (fields === null) return { type: 'REDIRECT', ...none, url, payload: [] };
  const list = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return { type: 'FORM', ...none, url, payload: manner === 'list' ? list : fields };
}
