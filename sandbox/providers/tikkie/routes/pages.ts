import { fileURLToPath } from 'node:url';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { styles } from '../../../core/bundle';
import { asset } from '../../../core/web';
import { payPage, type Said } from '../pages/pay';
import { FILES, page } from '../pages/shell';
import { begin, decide, hindrance } from '../payers';
import type { Sim } from '../sim';
import type { PaymentRequest } from '../types';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where requests are paid: `/pay/{token}`, and `/pay/Tikkie/{token}` for those of version 2. */
export function pageRoutes(sim: Sim): Hono {
  const app = new Hono();
  app.get(`${FILES}/pay.css`, async () =>
    asset('text/css', await styles(here('../../../core/pay-page.css'), here('../pages/pay.css'))),
  );
  for (const path of ['/pay/:token', '/pay/Tikkie/:token']) {
    app.get(path, (c) => {
      const request = sim.requests.get(c.req.param('token') ?? '');
      return request ? payPage(sim, request, saidIn(c)) : lost();
    });
    app.post(path, async (c) => {
      const request = sim.requests.get(c.req.param('token') ?? '');
      if (!request) return lost();
      const { outcome, amount } = await c.req.parseBody();
      const said = press(sim, request, String(outcome), String(amount ?? ''));
      if (said === 'amount') return payPage(sim, request, said);
      // What is shown after a press can be loaded again without pressing.
      return c.redirect(`${new URL(c.req.url).pathname}${said ? `?said=${said}` : ''}`, 303);
    });
  }
  return app;
}

/** Does what a button says. */
function press(sim: Sim, request: PaymentRequest, outcome: string, typed: string): Said {
  switch (outcome) {
    case 'yes':
    case 'no':
      decide(sim, request, outcome === 'yes' ? 'PAID' : 'NOT_PAID');
      return outcome === 'yes' ? 'paid' : 'refused';
    case 'expire':
    case 'close':
      request.forced = outcome === 'expire' ? 'EXPIRED' : 'CLOSED';
      request.endedMs = sim.now();
      sim.book(request);
      return null;
    default:
      return hindrance(sim, request) === null ? pay(sim, request, outcome, typed) : null;
  }
}

function pay(sim: Sim, request: PaymentRequest, outcome: string, typed: string): Said {
  const chosen = /^\d{1,4}([.,]\d{1,2})?$/.test(typed)
    ? Math.round(Number(typed.replace(',', '.')) * 100)
    : 0;
  const amount = request.amount ?? chosen;
  if (amount < 1) return 'amount';
  switch (outcome) {
    case 'twice':
      begin(sim, request, 'PAID', amount);
      if (hindrance(sim, request) === null) begin(sim, request, 'PAID', amount);
      return 'twice';
    case 'refuse':
      begin(sim, request, 'NOT_PAID', amount);
      return 'refused';
    case 'pending':
      begin(sim, request, 'PENDING', amount);
      return 'pending';
    case 'pay':
      begin(sim, request, 'PAID', amount);
      return 'paid';
    default:
      return null;
  }
}

function saidIn(c: Context): Said {
  const said = c.req.query('said');
  return (['paid', 'twice', 'refused', 'pending'] as const).find((one) => one === said) ?? null;
}

function lost(): Response {
  return page(
    'Nothing to pay here',
    html`<section class="panel"><h1>Nothing to pay here</h1><p class="soft">This address belongs to no payment request. Go back to whoever sent it to you.</p></section>`,
    404,
  );
}
