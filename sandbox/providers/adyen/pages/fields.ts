import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { asset, policy } from '../../../core/web';
import { browserFiles } from '../bundle';
import { merchantFor } from '../shopper/door';
import type { Sim } from '../sim';
import { publicKey } from '../vault';

/** The version of the frames that the pinned browser library asks for. */
export const FIELDS_VERSION = '6.3.0';

const FILES = '/checkoutshopper/files';

/** The card fields and the device fingerprint: documents that the shop's page holds and cannot look into. */
export function fieldPages(sim: Sim): Hono {
  const app = new Hono();
  const { shopOrigin } = sim.world;

  app.get('/files/:name', async (c) => {
    const file = (await browserFiles()).get(c.req.param('name'));
    return file ? asset(...file) : c.text('Not found', 404);
  });

  app.get(`/securedfields/:key/${FIELDS_VERSION}/securedFields.html`, async (c) => {
    if (!mayHold(c, sim)) return c.text('Forbidden', 403);
    const key = JSON.stringify(await publicKey());
    return c.html(
      html`<!doctype html><html lang="en" data-shop="${shopOrigin}" data-key="${key}"><head><meta charset="utf-8"><title></title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="${FILES}/field.css"><script src="${FILES}/field.js" defer></script></head><body><div id="root"></div></body></html>`,
      200,
      policy({ framedBy: shopOrigin }),
    );
  });

  app.get('/assets/html/:key/:file', (c) => {
    merchantFor(c.req.param('key'));
    const said = JSON.stringify({
      type: 'deviceFingerprint',
      // Nothing is measured: who shops in a sandbox is nobody's business.
      value: 'sandbox',
      persistentCookie: [],
      components: {},
    });
    return c.html(telling(shopOrigin, said), 200, policy({ framedBy: shopOrigin }));
  });
  return app;
}

/** The library names the page's site in the address; only the shop's own may hold a field. */
function mayHold(c: Context, sim: Sim): boolean {
  merchantFor(c.req.param('key'));
  const site = Buffer.from(c.req.query('d') ?? '', 'base64').toString();
  return site === sim.world.shopOrigin;
}

/** A document that tells the page around it one thing. */
export function telling(shopOrigin: string, said: string) {
  return html`<!doctype html><html lang="en" data-shop="${shopOrigin}" data-tell="${said}"><head><meta charset="utf-8"><title>One moment</title><script src="${FILES}/tell.js" defer></script></head><body></body></html>`;
}
