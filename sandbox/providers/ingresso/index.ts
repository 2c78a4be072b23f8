import { Hono } from 'hono';
import type { Provider, RunningProvider, World } from '../../core/provider';
import { actions } from './actions';
import type { Desk } from './desk';
import { stripeDesk } from './purchase/stripe';
import { api } from './routes';
import { pages } from './routes/pages';
import { SCENARIOS } from './scenarios';
import { Store } from './store';

function start(world: World): RunningProvider {
  const store = new Store();
  const stripe = stripeDesk(() => world.origin('stripe'));
  const desk: Desk = { world, store, stripe, origin: world.origin('ingresso') };
  const app = new Hono();
  app.route('/', api(desk));
  app.route('/', pages(desk));
  return { app, actions: actions(desk), reset: () => store.reset() };
}

/** Ingresso's F13: supplier systems behind one API, paid on credit, with Stripe's tokens or on pages of its own. */
export const ingresso: Provider = {
  id: 'ingresso',
  title: 'Ingresso F13',
  offset: 1,
  scenarios: SCENARIOS,
  start,
};
