import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { asset, policy } from '../../core/web';
import { browserFiles } from './bundle';
import { answerChallenge, findChallenge } from './challenge';
import { challengePage, gonePage } from './challenge-page';
import type { Sim } from './sim';

/** The browser's side: the script, the card frame, and the bank's page. */
export function pages(sim: Sim): Hono {
  const app = new Hono();
  const { shopOrigin } = sim.world;
  const js = 'text/javascript';

  app.get('/endive/stripe.js', async () => asset(js, (await browserFiles()).script));
  app.get('/frames/field.js', async () => asset(js, (await browserFiles()).field));
  app.get('/frames/field.css', async () => asset('text/css', (await browserFiles()).fieldCss));
  app.get('/frames/challenge.js', async () => asset(js, (await browserFiles()).challenge));
  app.get('/frames/challenge.css', async () => asset('text/css', (await browserFiles()).challengeCss));

  app.get('/frames/field', (c) =>
    c.html(
      html`<!doctype html><html lang="en" data-shop="${shopOrigin}"><head><meta charset="utf-8"><title>Secure card field</title><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/frames/field.css"><script src="/frames/field.js" defer></script></head><body><div id="root"></div></body></html>`,
      200,
      policy({ framedBy: shopOrigin }),
    ),
  );

  app.get('/3ds/:id', (c) => {
    const found = findChallenge(sim, c.req.param('id'));
    const top = c.req.query('top') === '1';
    const framedBy = top ? "'none'" : shopOrigin;
    if (found?.challenge.outcome !== 'open') return c.html(gonePage(shopOrigin), 410, policy({ framedBy }));
    const { challenge, intent } = found;
    // The browser holds the redirect that follows the form against form-action too.
    const back = top && challenge.returnUrl ? ` ${new URL(challenge.returnUrl).origin}` : '';
    const method = intent.paymentMethod ? sim.state.methods.find(intent.paymentMethod) : undefined;
    const page = challengePage({ challenge, intent, last4: method?.card.last4 ?? '····', shopOrigin, top });
    return c.html(page, 200, policy({ framedBy, formAction: `'self'${back}` }));
  });

  app.post('/3ds/:id', (c) => answer(sim, c));
  return app;
}

async function answer(sim: Sim, c: Context): Promise<Response> {
  const from = c.req.header('origin');
  if (from !== undefined && from !== sim.world.origin('stripe')) return c.text('Forbidden', 403);
  const id = c.req.param('id') ?? '';
  const { outcome } = await c.req.parseBody();
  const found = findChallenge(sim, id);
  if (!found) return c.html(gonePage(sim.world.shopOrigin), 410, policy({ framedBy: sim.world.shopOrigin }));
  answerChallenge(sim, id, outcome === 'pass');
  const { challenge, intent } = found;
  if (!challenge.returnUrl) return c.json({ outcome: challenge.outcome });
  const url = new URL(challenge.returnUrl);
  url.searchParams.set('payment_intent', intent.id);
  url.searchParams.set('payment_intent_client_secret', intent.secret);
  url.searchParams.set(
    'redirect_status',
    intent.status === 'requires_payment_method' ? 'failed' : 'succeeded',
  );
  return c.redirect(url.href, 303);
}
