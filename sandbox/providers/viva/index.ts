import { Hono } from 'hono';
import type { Provider } from '../../core/provider';
import { actions } from './actions';
import { browserFiles } from './bundle';
import { checkoutRoutes } from './routes/checkout';
import { merchantRoutes } from './routes/merchant';
import { pageRoutes } from './routes/pages';
import { tokenRoutes } from './routes/token';
import { scenarios } from './scenarios';
import { Sim } from './sim';

/** Viva as a merchant's server and its customers meet it: accounts, API and Smart Checkout on one origin. */
export const viva: Provider = {
  id: 'viva',
  title: 'Viva',
  offset: 13,
  scenarios,
  start(world) {
    const sim = new Sim(world);
    const app = new Hono();
    app.route('/', tokenRoutes(sim));
    app.route('/', checkoutRoutes(sim));
    app.route('/', merchantRoutes(sim));
    app.route('/', pageRoutes(sim));
    // Built while nobody waits for it; whoever asks first hears of a failure.
    browserFiles().catch(() => undefined);
    return { app, actions: actions(sim), reset: () => sim.reset() };
  },
};
