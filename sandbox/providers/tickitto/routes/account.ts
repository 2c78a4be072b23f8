import { Hono } from 'hono';
import { STRIPE_ACCOUNT, STRIPE_PUBLISHABLE_KEY } from '../../../core/secrets';
import { FEE } from '../basket/prices';
import type { Desk } from '../desk';
import { price } from '../money';

/** Whose key it is, how it may take payments, and whether the service is well. */
export function accountRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.get('/api/status', (c) => c.json({ status: 'healthy', environment: 'PROD' }));
  app.get('/api/authentication/account', (c) =>
    c.json({
      [desk.store.wire === 'old' ? '_id' : 'id']: 'D-SANDBOX',
      name: 'Foyer sandbox',
      booking_fee_settings: {
        item_min_charge: price(FEE.minPence, 'GBP'),
        item_max_charge: price(FEE.maxPence, 'GBP'),
        item_variable_charge: String(FEE.share),
        item_fixed_charge: price(0, 'GBP'),
      },
      payment_methods: {
        stripe: {
          name: 'stripe',
          enabled: true,
          amendment_trigger: 'iterative',
          account_id: STRIPE_ACCOUNT,
          platform_key: STRIPE_PUBLISHABLE_KEY,
        },
        tickitto: { name: 'tickitto', enabled: true, amendment_trigger: 'checkout' },
        careem_pay: null,
      },
    }),
  );
  return app;
}
