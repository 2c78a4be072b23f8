import { Hono } from 'hono';
import type { Provider } from '../../core/provider';
import { actions } from './actions';
import { browserFiles } from './bundle';
import { pages } from './pages';
import { api } from './routes';
import { scenarios } from './scenarios';
import { Sim } from './sim';

/** Stripe as a merchant and its shop's pages meet it: `/v1`, the browser script with its card frames, and 3DS. */
export const stripe: Provider = {
  id: 'stripe',
  title: 'Stripe',
  offset: 11,
  scenarios,
  start(world) {
    const sim = new Sim(world);
    const app = new Hono();
    app.route('/v1', api(sim));
    app.route('/', pages(sim));
    // Built while nobody waits for it; whoever asks first hears of a failure.
    browserFiles().catch(() => undefined);
    return { app, actions: actions(sim), reset: () => sim.reset() };
  },
};
