import { Hono } from 'hono';
import { html } from 'hono/html';
import { asset, policy } from '../../../core/web';
import { browserFiles } from '../bundle';
import type { Sim } from '../sim';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly autocomplete: string;
  readonly wide: boolean;
}

const FIELDS: readonly Field[] = [
  { name: 'full_name', label: 'Name on card', autocomplete: 'cc-name', wide: true },
  { name: 'number', label: 'Card number', autocomplete: 'cc-number', wide: true },
  { name: 'expiry', label: 'Expiry (MM/YY)', autocomplete: 'cc-exp', wide: false },
  { name: 'verification_value', label: 'Security code', autocomplete: 'cc-csc', wide: false },
];

const field = ({ name, label, autocomplete, wide }: Field) => html`<div class="field ${wide ? 'wide' : ''}">
<label for="${name}">${label}</label>
<div class="box"><input id="${name}" name="${name}" autocomplete="${autocomplete}" inputmode="${name === 'full_name' ? 'text' : 'numeric'}" spellcheck="false" aria-describedby="${name}-error" aria-invalid="false" required>${name === 'number' ? html`<svg id="scheme" viewBox="0 0 32 20" aria-hidden="true"></svg>` : ''}</div>
<p class="error" id="${name}-error"></p>
</div>`;

/** The browser's side: Express's script by the names of both its versions, and the form that it opens. */
export function pageRoutes(sim: Sim): Hono {
  const app = new Hono();
  const { shopOrigin } = sim.world;
  const js = 'text/javascript';

  for (const file of ['express-3.min.js', 'express-3.js', 'express-2.min.js', 'express-2.js'])
    app.get(`/iframe/${file}`, async () => asset(js, (await browserFiles()).script));
  app.get('/express/form.js', async () => asset(js, (await browserFiles()).form));
  app.get('/express/form.css', async () => asset('text/css', (await browserFiles()).css));

  app.get('/express/form', (c) => {
    const headers = policy({ framedBy: shopOrigin });
    if (!sim.environment(c.req.query('environment_key') ?? ''))
      return c.text('There is no such environment.', 404, headers);
    const page = html`<!doctype html>
<html lang="en" data-shop="${shopOrigin}">
<head>
<meta charset="utf-8">
<title>Secure card payment form</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/express/form.css">
<script src="/express/form.js" defer></script>
</head>
<body>
<div class="stage">
<section class="window" aria-label="Card details">
<div class="sidebar"><p id="company" hidden></p><p id="amount" hidden></p><p id="above" hidden></p><p id="below" hidden></p></div>
<form novalidate>
${FIELDS.map(field)}
<div role="alert"></div>
<button type="submit">Pay now</button>
</form>
<p class="test">Spreedly sandbox · no real money moves here</p>
<button type="button" id="close" aria-label="Close"><svg viewBox="0 0 18 18" aria-hidden="true"><path d="m3 3 12 12M15 3 3 15" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/></svg></button>
</section>
</div>
</body>
</html>`;
    return c.html(page, 200, headers);
  });
  return app;
}
