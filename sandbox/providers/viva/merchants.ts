import type { World } from '../../core/provider';
import { OCTO_VIVA, VIVA_WEBHOOK_PATH } from '../../core/secrets';

/** A website of a merchant's. Where its customers return to is set here, once, and never by an order. */
export interface Source {
  readonly code: string;
  readonly name: string;
  /** Null leaves the customer on Viva's own page. */
  successUrl: string | null;
  failureUrl: string | null;
  /** Names of the parameters that carry the transaction and the order code. */
  parameters: { t: string; s: string };
}

/** A customer of Viva's. */
export interface Merchant {
  readonly id: string;
  readonly name: string;
  readonly apiKey: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly currency: string;
  readonly sources: readonly Source[];
  readonly webhook: { readonly url: string; readonly key: string };
}

/** Every merchant as it was set up. A new one is an entry here and keys in `sandbox/core/secrets.ts`. */
export function merchantsOf(world: World): readonly Merchant[] {
  const shop = `${world.shopOrigin}/return/viva`;
  return [
    {
      id: OCTO_VIVA.merchantId,
      name: 'Saronic Sails',
      apiKey: OCTO_VIVA.apiKey,
      clientId: OCTO_VIVA.clientId,
      clientSecret: OCTO_VIVA.clientSecret,
      currency: 'EUR',
      sources: [
        {
          code: OCTO_VIVA.source,
          name: 'Foyer',
          successUrl: shop,
          failureUrl: shop,
          parameters: { t: 't', s: 's' },
        },
      ],
      webhook: { url: `${world.origin('octo')}${VIVA_WEBHOOK_PATH}`, key: OCTO_VIVA.webhookKey },
    },
  ];
}
