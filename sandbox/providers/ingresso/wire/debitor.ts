import { INGRESSO_STRIPE } from '../../../core/secrets';
import type { Source } from '../catalogue/types';
import type { User } from '../users';
import type { Voice } from './voice';

/** Who takes a bundle's money; nobody where the account is on credit. */
export function debitorWire(
  { desk }: Voice,
  user: User,
  source: Source,
): Record<string, unknown> | undefined {
  switch (user.payment) {
    case 'credit':
      return undefined;
    case 'redirect':
      return {
        debitor_type: 'dummy',
        debitor_name: 'dummy',
        debitor_desc: 'The Dummy Card Debitor',
        debitor_integration_data: {},
        debitor_aggregation_key: `dummy/${source.code}`,
      };
    case 'stripe':
      return desk.store.debitor === 'cider' ? cider(desk.origin, source) : stripe(source);
  }
}

function stripe({ debitor, code }: Source): Record<string, unknown> {
  return {
    debitor_type: 'stripe',
    debitor_name: debitor.replace('ingresso', 'stripe'),
    debitor_desc: 'Stripe debitor',
    debitor_integration_data: {
      publishable_key: INGRESSO_STRIPE[debitor].publishableKey,
      statement_descriptor: 'INGRESSO SANDBOX',
    },
    // A token pays one bundle, so no two bundles share a payment.
    debitor_aggregation_key: `${debitor}/${code}`,
  };
}

/** The debitor that came after Stripe's tokens. The sandbox names it, and plays no more of it. */
function cider(origin: string, { debitor }: Source): Record<string, unknown> {
  return {
    debitor_type: 'cider',
    debitor_name: 'cider',
    debitor_desc: 'Cider debitor',
    debitor_integration_data: {
      cider_api_endpoint: `${origin}/cider`,
      cider_api_token: 'sandbox-cider-token',
      cider_js: `${origin}/cider/cider.js`,
      merchant_group_country_code: 'gb',
      stripe: { publishable_key: INGRESSO_STRIPE[debitor].publishableKey, payment_sources_enabled: [] },
    },
    debitor_aggregation_key: 'cider',
  };
}
