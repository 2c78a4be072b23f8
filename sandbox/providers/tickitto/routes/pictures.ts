import { Hono } from 'hono';
import { poster } from '../../../posters/poster';
import { findEvent } from '../catalogue';

/** The shapes that Tickitto's `Image` names, in pixels. */
const SHAPES = {
  desktop: { width: 1600, height: 900 },
  mobile: { width: 900, height: 1125 },
  thumbnail: { width: 480, height: 480 },
} as const;

/** Posters, drawn on request: `/images/{event}.svg?size=desktop|mobile|thumbnail`. */
export function pictureRoutes(): Hono {
  const app = new Hono();
  app.get('/images/:file{.+\\.svg}', (c) => {
    const event = findEvent(c.req.param('file').replace(/\.svg$/, ''));
    if (!event) return c.notFound();
    const wanted = c.req.query('size') ?? 'desktop';
    const shape = Object.hasOwn(SHAPES, wanted) ? (wanted as keyof typeof SHAPES) : 'desktop';
    c.header('content-type', 'image/svg+xml; charset=utf-8');
    c.header('cache-control', 'public, max-age=86400');
    // Opened by itself it is a document: without scripts, and without anything from elsewhere.
    c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    c.header('cross-origin-resource-policy', 'cross-origin');
    return c.body(poster(event, shape, SHAPES[shape]));
  });
  return app;
}
