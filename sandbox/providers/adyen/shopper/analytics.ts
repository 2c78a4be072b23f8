import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Sim } from '../sim';
import { merchantFor, open, preflight } from './door';

/** `/checkoutanalytics`: takes what the library counts and keeps none of it. */
export function analytics(sim: Sim): Hono {
  const app = new Hono();
  app.options('*', () => preflight(sim.world.shopOrigin));
  app.post(
    '/v3/analytics',
    open(sim, (c) => {
      merchantFor(c.req.query('clientKey'));
      return Response.json({ checkoutAttemptId: `${randomUUID()}${Date.now()}` });
    }),
  );
  app.post(
    '/v3/analytics/:attempt',
    open(sim, (c) => {
      merchantFor(c.req.query('clientKey'));
      return new Response(null, { status: 204 });
    }),
  );
  return app;
}
