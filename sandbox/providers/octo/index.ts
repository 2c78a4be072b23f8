import { Hono } from 'hono';
import type { Provider, RunningProvider, World } from '../../core/provider';
import { actions } from './actions';
import { send, sendError } from './answers';
import type { Desk } from './desk';
import { gateways } from './gateways';
import { availabilityRoutes } from './routes/availability';
import { bookingRoutes } from './routes/bookings';
import { orderRoutes } from './routes/orders';
import { pictureRoutes } from './routes/pictures';
import { productRoutes } from './routes/products';
import { supplierRoutes } from './routes/supplier';
import { ticketRoutes } from './routes/tickets';
import { webhookRoutes } from './routes/webhooks';
import { SCENARIOS } from './scenarios';
import { negotiate, type OctoVariables } from './session';
import { Store } from './store';

function start(world: World): RunningProvider {
  const store = new Store();
  const desk: Desk = {
    world,
    store,
    gateways: gateways(world, store),
    origin: world.origin('octo'),
  };
  const app = new Hono({ strict: false });
  app.route('/', api(desk));
  app.route('/', pictureRoutes());
  app.route('/', ticketRoutes(desk));
  app.route('/', webhookRoutes(desk));
  app.notFound((c) =>
    send(c, { error: 'BAD_REQUEST', errorMessage: `There is no ${c.req.method} ${c.req.path}.` }, 400),
  );
  const reset = () => {
    store.reset();
    for (const gateway of Object.values(desk.gateways)) gateway.reset();
  };
  return { app, actions: actions(desk), reset };
}

function api(desk: Desk): Hono<OctoVariables> {
  const app = new Hono<OctoVariables>({ strict: false });
  app.use('/octo/*', negotiate(desk.origin));
  for (const routes of [supplierRoutes, productRoutes, availabilityRoutes, bookingRoutes, orderRoutes])
    app.route('/', routes(desk));
  app.onError((error, c) => sendError(c, error));
  return app;
}

/** OCTO as Ventrata speaks it: a supplier whose orders are paid through several gateways. */
export const octo: Provider = {
  id: 'octo',
  title: 'OCTO',
  offset: 3,
  scenarios: SCENARIOS,
  start,
};
