import { Hono } from 'hono';
import { EVENTS } from '../catalogue';

const slug = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** What there is to filter by: categories and places, worked out from the catalogue. */
export function metadataRoutes(): Hono {
  const app = new Hono();
  app.get('/api/metadata/', (c) => {
    const names = [...new Set(EVENTS.flatMap(({ categories }) => categories))].sort();
    const places = new Map(EVENTS.map(({ venue }) => [venue.city, venue]));
    return c.json({
      categories: names.map((name) => ({
        name,
        slug: slug(name),
        event_count: EVENTS.filter(({ categories }) => categories.includes(name)).length,
        children: [],
      })),
      locations: [...places.values()].map(({ city, country, countryCode }) => ({
        city,
        state: null,
        region: null,
        country,
        country_code: countryCode,
        event_count: EVENTS.filter(({ venue }) => venue.city === city).length,
      })),
    });
  });
  return app;
}
