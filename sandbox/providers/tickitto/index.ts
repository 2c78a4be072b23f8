import { Hono } from 'hono';
import type { Provider, RunningProvider, World } from '../../core/provider';
import { actions } from './actions';
import { sendError } from './answers';
import { type ApiVariables, auth, tracing } from './auth';
import type { Desk } from './desk';
import { accountRoutes } from './routes/account';
import { availabilityRoutes } from './routes/availability';
import { basketRoutes } from './routes/basket';
import { checkoutRoutes } from './routes/checkout';
import { eventRoutes } from './routes/events';
import { metadataRoutes } from './routes/metadata';
import { pickerRoutes } from './routes/picker';
import { pictureRoutes } from './routes/pictures';
import { promocodeRoutes } from './routes/promocodes';
import { voucherRoutes } from './routes/vouchers';
import { webhookRoutes } from './routes/webhook';
import { SCENARIOS } from './scenarios';
import { Store } from './store';
import { stripeDesk } from './stripe';

function start(world: World): RunningProvider {
  const store = new Store();
  const stripe = stripeDesk(() => world.origin('stripe'));
  const desk: Desk = { world, store, stripe, origin: world.origin('tickitto') };
  const app = new Hono();
  app.route('/', api(desk));
  for (const routes of [webhookRoutes(desk), pictureRoutes(), voucherRoutes(desk), pickerRoutes(desk)]) {
    app.route('/', routes);
  }
  app.notFound((c) => c.json({ detail: 'Not Found' }, 404));
  return { app, actions: actions(desk), reset: () => store.reset() };
}

function api(desk: Desk): Hono<ApiVariables> {
  const app = new Hono<ApiVariables>();
  app.use('/api/*', tracing, auth);
  for (const routes of [
    accountRoutes(desk),
    eventRoutes(desk),
    metadataRoutes(),
    availabilityRoutes(desk),
    basketRoutes(desk),
    promocodeRoutes(desk),
    checkoutRoutes(desk),
  ]) {
    app.route('/', routes);
  }
  app.onError((error, c) => sendError(desk, c, error));
  return app;
}

/** Tickitto: supplier and merchant of record. Its picker is a page of its own, its money goes through Stripe. */
export const tickitto: Provider = {
  id: 'tickitto',
  title: 'Tickitto',
  offset: 2,
  scenarios: SCENARIOS,
  start,
};
