import { Hono } from 'hono';
import { addItem, itemInput } from '../basket/add';
import { assertUnpaid, followBasket } from '../basket/intent';
import type { Session } from '../basket/model';
import type { Desk } from '../desk';
import { asset } from '../picker/assets';
import { datesFor, offerFor } from '../picker/offers';
import { endedPage, pickerPage } from '../picker/page';
import { Invalid, Refusal } from '../refusals';
import { body } from '../request';

/** The picker: a page for a frame on the shop, and the calls that this page makes. The session is all it knows. */
export function pickerRoutes(desk: Desk): Hono {
  const app = new Hono();
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${desk.world.shopOrigin}`,
  ].join('; ');

  app.get('/availability', (c) => {
    c.header('content-security-policy', policy);
    c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'no-referrer');
    const session = live(desk, c.req.query('session') ?? '');
    const wanted = c.req.query('theme');
    const theme = wanted === 'light' || wanted === 'dark' ? wanted : null;
    if (!session) return c.html(endedPage(desk.world.shopOrigin, theme), 410);
    return c.html(pickerPage(desk, session, theme));
  });

  app.get('/availability/assets/:name', async (c) => {
    const found = await asset(c.req.param('name'));
    if (!found) return c.notFound();
    c.header('content-type', found.type);
    c.header('cache-control', 'no-cache');
    return c.body(found.text);
  });

  app.get('/availability/:session/dates', (c) => c.json(datesFor(desk, need(desk, c.req.param('session')))));
  app.get('/availability/:session/offers/:performance', (c) => {
    const session = need(desk, c.req.param('session'));
    return c.json(offerFor(desk, session, c.req.param('performance')));
  });

  app.post('/availability/:session/selection', async (c) => {
    const session = need(desk, c.req.param('session'));
    const selection = await body(c, itemInput);
    const basket = session.basketId === null ? undefined : desk.store.baskets.get(session.basketId);
    // A session without a basket only chooses; the shop's server then adds what the page tells its parent.
    if (!basket) return c.json({ selection, added: false });
    return desk.store.exclusive(basket.id, async () => {
      try {
        await assertUnpaid(desk, basket);
        addItem(desk, basket, session.event, selection);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        // An answer like any other to this page: a 410 would stand in the console of every shop's visitor.
        return c.json({ selection, added: false, refusal: { code: error.type, message: error.message } });
      }
      await followBasket(desk, basket);
      return c.json({ selection, added: true });
    });
  });

  app.onError((error, c) => {
    if (error instanceof Refusal) {
      return c.json({ code: error.type, message: error.message }, error.status as 400);
    }
    if (error instanceof Invalid) return c.json({ code: 'value_error', message: error.message }, 422);
    return c.json({ code: 'server_error', message: 'Something went wrong.' }, 500);
  });
  return app;
}

function live(desk: Desk, id: string): Session | undefined {
  const session = desk.store.sessions.get(id);
  return session && session.endMs > desk.world.clock.now() ? session : undefined;
}

function need(desk: Desk, id: string): Session {
  const session = live(desk, id);
  if (!session) throw new Refusal('availability_error.availability_gone');
  return session;
}
