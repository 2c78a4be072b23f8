import { Hono } from 'hono';
import { AdyenRefusal } from '../errors';
import type { Sim } from '../sim';
import * as backOffice from './back-office';
import { modify } from './modifications';
import * as payments from './payments';
import { type Handler, respond } from './respond';
import * as sessions from './sessions';

const routes: readonly [method: 'GET' | 'POST', path: string, handler: Handler][] = [
  ['POST', '/:version{v\\d+}/sessions', sessions.create],
  ['GET', '/:version{v\\d+}/sessions/:id', sessions.result],
  ['POST', '/:version{v\\d+}/paymentMethods', payments.methods],
  ['POST', '/:version{v\\d+}/payments', payments.create],
  ['POST', '/:version{v\\d+}/payments/details', payments.details],
  ['POST', '/:version{v\\d+}/payments/:id/captures', modify('capture')],
  ['POST', '/:version{v\\d+}/payments/:id/cancels', modify('cancel')],
  ['POST', '/:version{v\\d+}/payments/:id/refunds', modify('refund')],
  ['POST', '/:version{v\\d+}/payments/:id/reversals', modify('reversal')],
  ['GET', '/:version{v\\d+}/storedPaymentMethods', payments.stored],
  ['GET', '/back-office/sessions/:id', backOffice.session],
  ['GET', '/back-office/payments/:id', backOffice.payment],
];

/** The Checkout API (`/v71`), as merchants' servers call it; anything else is answered with Adyen's 404. */
export function merchantApi(sim: Sim): Hono {
  const app = new Hono();
  for (const [method, path, handler] of routes) app.on(method, path, respond(sim, handler));
  app.all('/:version{v\\d+}/*', (c) =>
    c.json(new AdyenRefusal(404, '900', `There is no ${c.req.method} ${c.req.path}`).body, 404),
  );
  return app;
}
