import { Hono } from 'hono';
import { poster } from '../../../posters/poster';
import { findProduct } from '../catalogue';

/** The shapes of `octo/content`, in pixels. */
const SHAPES = {
  cover: { width: 1600, height: 900 },
  banner: { width: 1920, height: 640 },
  square: { width: 900, height: 900 },
} as const;

/** Posters, drawn on request: `/images/{product}.svg?size=cover|banner|square`. */
export function pictureRoutes(): Hono {
  const app = new Hono();
  app.get('/images/:file{.+\\.svg}', (c) => {
    const product = findProduct(c.req.param('file').replace(/\.svg$/, ''));
    if (!product) return c.notFound();
    const wanted = c.req.query('size') ?? 'cover';
    const shape = Object.hasOwn(SHAPES, wanted) ? (wanted as keyof typeof SHAPES) : 'cover';
    c.header('content-type', 'image/svg+xml; charset=utf-8');
    c.header('cache-control', 'public, max-age=86400');
    // Opened by itself it is a document: without scripts, and without anything from elsewhere.
    c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    c.header('cross-origin-resource-policy', 'cross-origin');
    return c.body(poster(product, shape, SHAPES[shape]));
  });
  return app;
}
