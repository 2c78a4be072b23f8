import { Hono } from 'hono';
import type { Provider } from '../../core/provider';
import { actions } from './actions';
import { TikkieProblem, v1 } from './problems';
import { currentRoutes } from './routes/current';
import { oauthRoutes } from './routes/oauth';
import { pageRoutes } from './routes/pages';
import { platformRoutes } from './routes/platforms';
import { requestRoutes } from './routes/requests';
import { scenarios } from './scenarios';
import { newUuid, Sim } from './sim';

/** Tikkie as a developer and whoever pays meet it: the bank's token server, both versions of the API, and the pay page. */
export const tikkie: Provider = {
  id: 'tikkie',
  title: 'Tikkie',
  offset: 5,
  scenarios,
  start(world) {
    const sim = new Sim(world);
    const app = new Hono();
    app.use(async (c, next) => {
      await next();
      // On every answer, and the same as in an error's envelope.
      if (!c.res.headers.has('trace-id')) c.res.headers.set('trace-id', newUuid());
    });
    app.onError((error, c) => {
      if (!(error instanceof TikkieProblem)) throw error;
      const traceId = newUuid();
      c.header('trace-id', traceId);
      return c.json(error.body(traceId), error.status);
    });
    app.notFound((c) => {
      const traceId = newUuid();
      c.header('trace-id', traceId);
      return c.json(v1.noOperation().body(traceId), 404);
    });
    for (const routes of [oauthRoutes, platformRoutes, requestRoutes, currentRoutes, pageRoutes])
      app.route('/', routes(sim));
    return { app, actions: actions(sim), reset: () => sim.reset() };
  },
};
