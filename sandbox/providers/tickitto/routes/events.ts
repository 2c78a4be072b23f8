import { Hono } from 'hono';
import { z } from 'zod';
import { addDays, dateAt } from '../../../core/local-time';
import { EVENTS, findEvent } from '../catalogue';
import type { EventSpec } from '../catalogue/types';
import type { Desk } from '../desk';
import { CURRENCIES } from '../money';
import { performancesBetween } from '../performances';
import { Refusal } from '../refusals';
import { query } from '../request';
import { select } from '../search';
import { eventWire } from '../wire/event';

const date = z.iso.date();
const list = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const currency = z.enum(CURRENCIES).default('GBP');

/** The filters of `GET /api/events/`. Names that the sandbox does not filter by are let pass, as Tickitto does. */
const searchInput = z.object({
  t1: date.optional(),
  t2: date.optional(),
  category: list.optional(),
  city: list.optional(),
  country: list.optional(),
  country_code: list.optional(),
  venue: list.optional(),
  event_ids: list.optional(),
  event_type: list.optional(),
  min_price: z.coerce.number().min(0).optional(),
  max_price: z.coerce.number().min(0).optional(),
  currency,
  text: z.string().optional(),
  skip: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(100),
  sort_by: z.enum(['price_asc', 'price_desc', 'popularity']).optional(),
});

/** See {@link searchInput}. */
export type SearchInput = z.infer<typeof searchInput>;

const DEFAULT_DAYS = 14;

/** Browsing: the list with its filters, and one event. */
export function eventRoutes(desk: Desk): Hono {
  const app = new Hono();
  const wire = (event: EventSpec, wanted: string, t1?: string, t2?: string) =>
    eventWire(event, performancesBetween(event, desk.world.clock.now(), t1, t2), {
      currency: wanted,
      origin: desk.origin,
      raised: desk.store.raised.get(event.id) ?? 0,
      old: desk.store.wire === 'old',
    });

  app.get('/api/events/', (c) => {
    const input = query(c, searchInput);
    const today = dateAt(desk.world.clock.now(), 'UTC');
    const t1 = input.t1 ?? today;
    const t2 = input.t2 ?? addDays(t1, DEFAULT_DAYS);
    const inRange = (event: EventSpec) =>
      performancesBetween(event, desk.world.clock.now(), t1, t2).length > 0;
    const found = select(EVENTS, input).filter(inRange);
    c.header('X-Total-Count', String(found.length));
    return c.json(
      found.slice(input.skip, input.skip + input.limit).map((event) => wire(event, input.currency, t1, t2)),
    );
  });

  app.get('/api/events/:id', (c) => {
    const input = query(c, z.object({ currency }));
    const event = findEvent(c.req.param('id'));
    if (!event) throw new Refusal('event_error.event_not_found', { loc: ['path', 'event_id'] });
    return c.json(wire(event, input.currency));
  });
  return app;
}
