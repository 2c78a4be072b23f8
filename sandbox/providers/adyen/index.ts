import { Hono } from 'hono';
import type { Provider } from '../../core/provider';
import { actions } from './actions';
import { browserFiles } from './bundle';
import { merchantApi } from './merchant';
import { fieldPages } from './pages/fields';
import { files } from './pages/files';
import { issuerPages } from './pages/issuer';
import { scenarios } from './scenarios';
import { shopperApi } from './shopper';
import { analytics } from './shopper/analytics';
import { pathOf } from './shopper/door';
import { Sim } from './sim';

/** Adyen as a merchant's server and its shop's pages meet it: the Checkout API, `/checkoutshopper`, and the issuer. */
export const adyen: Provider = {
  id: 'adyen',
  title: 'Adyen',
  offset: 12,
  scenarios,
  start(world) {
    const sim = new Sim(world);
    const app = new Hono({ getPath: pathOf });
    app.route('/', issuerPages(sim));
    app.route('/checkoutshopper', fieldPages(sim));
    app.route('/checkoutshopper', files());
    app.route('/checkoutshopper', shopperApi(sim));
    app.route('/checkoutanalytics', analytics(sim));
    app.route('/', merchantApi(sim));
    // Built while nobody waits for it; whoever asks first hears of a failure.
    browserFiles().catch(() => undefined);
    return { app, actions: actions(sim), reset: () => sim.reset() };
  },
};
