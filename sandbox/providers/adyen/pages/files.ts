import { Hono } from 'hono';
import { translations } from '../translations';
import { logo, part } from './images';

const CACHE = 'public, max-age=600';

/** What Adyen serves from its network of caches: pictures and texts. Any site may load them. */
export function files(): Hono {
  const app = new Hono();
  const headers = (type: string) => ({
    'content-type': type,
    'cache-control': CACHE,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
  const nameOf = (file: string) => file.replace(/\.(svg|gif|png)$/, '');

  app.get('/images/logos/:file', (c) =>
    c.body(logo(nameOf(c.req.param('file'))), 200, headers('image/svg+xml')),
  );
  app.get('/images/components/:file', (c) =>
    c.body(part(nameOf(c.req.param('file'))), 200, headers('image/svg+xml')),
  );
  // The library adds its own English for every text that a file lacks.
  app.get('/sdk/:version/translations/:file', (c) => {
    const texts = translations[c.req.param('file').replace(/\.json$/, '')];
    return texts
      ? c.json(texts, 200, headers('application/json; charset=utf-8'))
      : c.json({ status: 404 }, 404, headers('application/json'));
  });
  return app;
}
