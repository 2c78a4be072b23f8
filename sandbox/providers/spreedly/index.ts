import { Hono } from 'hono';
import type { Provider } from '../../core/provider';
import { actions } from './actions';
import { browserFiles } from './bundle';
import { certificateRoutes } from './routes/certificates';
import { gatewayRoutes } from './routes/gateways';
import { methodRoutes } from './routes/methods';
import { pageRoutes } from './routes/pages';
import { scenarios } from './scenarios';
import { Sim } from './sim';

/** Spreedly as shops' pages and suppliers' servers meet it: Express, the vault, and gateways that charge from it. */
export const spreedly: Provider = {
  id: 'spreedly',
  title: 'Spreedly',
  offset: 14,
  scenarios,
  start(world) {
    const sim = new Sim(world);
    const app = new Hono();
    app.route('/', pageRoutes(sim));
    app.route('/', methodRoutes(sim));
    app.route('/', gatewayRoutes(sim));
    app.route('/', certificateRoutes(sim));
    // Built while nobody waits for it; whoever asks first hears of a failure.
    browserFiles().catch(() => undefined);
    return { app, actions: actions(sim), reset: () => sim.reset() };
  },
};
