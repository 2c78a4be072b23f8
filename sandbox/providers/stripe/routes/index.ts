import { Hono } from 'hono';
import { StripeRefusal } from '../errors';
import { type Handler, respond } from '../respond';
import type { Sim } from '../sim';
import * as backOffice from './back-office';
import * as cards from './cards';
import * as charges from './charges';
import * as edit from './intent-edit';
import * as moves from './intent-moves';
import * as refunds from './refunds';

const routes: readonly [method: 'GET' | 'POST', path: string, handler: Handler][] = [
  ['POST', '/payment_intents', edit.create],
  ['GET', '/payment_intents', moves.list],
  ['GET', '/payment_intents/:id', moves.retrieve],
  ['POST', '/payment_intents/:id', edit.update],
  ['POST', '/payment_intents/:id/confirm', moves.confirmIntent],
  ['POST', '/payment_intents/:id/capture', moves.capture],
  ['POST', '/payment_intents/:id/cancel', moves.cancel],
  ['POST', '/payment_methods', cards.createPaymentMethod],
  ['GET', '/payment_methods/:id', cards.retrievePaymentMethod],
  ['POST', '/tokens', cards.createCardToken],
  ['GET', '/tokens/:id', cards.retrieveToken],
  ['POST', '/refunds', refunds.createRefund],
  ['GET', '/refunds/:id', refunds.retrieveRefund],
  ['POST', '/charges', charges.createCharge],
  ['GET', '/charges/:id', charges.retrieveCharge],
  ['POST', '/charges/:id/capture', charges.captureCharge],
  ['POST', '/customers', backOffice.createCustomer],
  ['GET', '/customers/:id', backOffice.retrieveCustomer],
  ['GET', '/events', backOffice.listEvents],
  ['GET', '/events/:id', backOffice.retrieveEvent],
  ['POST', '/webhook_endpoints', backOffice.createEndpoint],
  ['GET', '/webhook_endpoints', backOffice.listEndpoints],
];

/** `/v1`, as far as this sandbox speaks it; anything else is answered with Stripe's 404. */
export function api(sim: Sim): Hono {
  const app = new Hono();
  app.options('*', () => new Response(null, { status: 204, headers: PREFLIGHT }));
  for (const [method, path, handler] of routes) app.on(method, path, respond(sim, handler));
  app.all('*', (context) =>
    respond(sim, () => {
      throw new StripeRefusal(404, {
        type: 'invalid_request_error',
        message: `Unrecognized request URL (${context.req.method}: ${context.req.path}).`,
      });
    })(context),
  );
  return app;
}

const PREFLIGHT = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers':
    'authorization, content-type, stripe-account, stripe-version, idempotency-key',
  'access-control-max-age': '600',
};
