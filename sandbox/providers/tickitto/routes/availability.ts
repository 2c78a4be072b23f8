import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { assertOpen } from '../basket/intent';
import { findEvent } from '../catalogue';
import type { Desk } from '../desk';
import { Refusal } from '../refusals';
import { query } from '../request';

/** How long a picker may be used. */
export const SESSION_MS = 30 * 60_000;

const input = z.object({
  event_id: z.string(),
  basket_id: z.string().optional(),
  t1: z.iso.date().optional(),
  t2: z.iso.date().optional(),
});

/** Opens a session and says where its picker page is. */
export function availabilityRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.get('/api/availability/', (c) => {
    const { event_id, basket_id, t1, t2 } = query(c, input);
    const event = findEvent(event_id);
    if (!event) throw new Refusal('availability_error.event_not_found', { loc: ['query', 'event_id'] });
    const basket = basket_id === undefined ? undefined : desk.store.baskets.get(basket_id);
    if (basket_id !== undefined && !basket) {
      throw new Refusal('availability_error.basket_not_found', { loc: ['query', 'basket_id'] });
    }
    if (basket) assertOpen(basket, 'availability_error.status_conflict');
    const id = randomUUID();
    desk.store.sessions.set(id, {
      id,
      event,
      basketId: basket?.id ?? null,
      currency: basket?.currency ?? 'GBP',
      t1,
      t2,
      endMs: desk.world.clock.now() + SESSION_MS,
    });
    const view = `${desk.origin}/availability?session=${id}`;
    return c.json({ session_id: id, [desk.store.wire === 'old' ? 'widget_url' : 'view_url']: view });
  });
  return app;
}
