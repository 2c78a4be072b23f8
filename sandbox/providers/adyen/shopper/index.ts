import { Hono } from 'hono';
import { AdyenRefusal } from '../errors';
import type { Sim } from '../sim';
import { binLookup } from './bin';
import { countries, states } from './datasets';
import { open, preflight, type ShopperHandler } from './door';
import * as sessions from './sessions';
import { submitFingerprint } from './three-ds';

const routes: readonly [method: 'GET' | 'POST', path: string, handler: ShopperHandler][] = [
  ['POST', '/v1/sessions/:id/setup', sessions.setup],
  ['POST', '/v1/sessions/:id/payments', sessions.payments],
  ['POST', '/v1/sessions/:id/paymentDetails', sessions.details],
  ['POST', '/v1/submitThreeDS2Fingerprint', submitFingerprint],
  ['POST', '/v3/bin/binLookup', binLookup],
  ['GET', '/datasets/countries/:file', countries],
  ['GET', '/datasets/states/:country/:file', states],
];

/** What the browser library calls, below `/checkoutshopper/`. Its paths are those after the prefix was cut off. */
export function shopperApi(sim: Sim): Hono {
  const app = new Hono();
  app.options('*', () => preflight(sim.world.shopOrigin));
  for (const [method, path, handler] of routes) app.on(method, path, open(sim, handler));
  app.all(
    '*',
    open(sim, (c) => {
      throw new AdyenRefusal(404, '900', `There is no ${c.req.method} ${c.req.path}`);
    }),
  );
  return app;
}
