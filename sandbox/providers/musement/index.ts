import { Hono } from 'hono';
import type { Provider, RunningProvider, World } from '../../core/provider';
import { actions } from './actions';
import type { Desk } from './desk';
import { adyenDesk } from './payments/adyen';
import { stripeDesk } from './payments/stripe';
import { Refusal } from './refusals';
import { activityRoutes } from './routes/activities';
import { cartRoutes } from './routes/cart';
import { cartItemRoutes } from './routes/cart-items';
import { loginRoutes } from './routes/login';
import { orderRoutes } from './routes/orders';
import { pageRoutes } from './routes/pages';
import { paymentRoutes } from './routes/payments';
import { SCENARIOS } from './scenarios';
import { bearer, headers, type MusementVariables } from './session';
import { Store } from './store';
import { Webhooks } from './webhooks';

const BASE = '/api/v3';

function start(world: World): RunningProvider {
  const store = new Store();
  const webhooks = new Webhooks(world);
  const origin = world.origin('musement');
  const desk: Desk = {
    world,
    store,
    webhooks,
    stripe: stripeDesk(() => world.origin('stripe')),
    adyen: adyenDesk(() => world.origin('adyen')),
    origin,
    api: `${origin}${BASE}`,
  };
  const app = new Hono();
  // Browsers come without an application, and so before what asks for one.
  app.route('/', pageRoutes(desk));
  app.route(BASE, api(desk));
  app.notFound((c) => c.json({ code: '1400', message: 'No route found' }, 404));
  const reset = () => {
    store.reset();
    webhooks.reset();
  };
  return { app, actions: actions(desk), reset };
}

function api(desk: Desk): Hono<MusementVariables> {
  const app = new Hono<MusementVariables>();
  app.use('*', headers);
  app.route('/', loginRoutes(desk));
  app.use('*', bearer(desk));
  for (const routes of [activityRoutes, cartRoutes, cartItemRoutes, orderRoutes, paymentRoutes])
    app.route('/', routes(desk));
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json(error.body, error.status);
    // A gateway that cannot be reached, say: nobody knows what came of it.
    return c.json({ code: '0', message: error.message }, 503);
  });
  return app;
}

/** Musement: activities, with payments that it splits over two gateways. */
export const musement: Provider = {
  id: 'musement',
  title: 'Musement',
  offset: 4,
  scenarios: SCENARIOS,
  start,
};
