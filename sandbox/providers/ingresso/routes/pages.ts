import { type Context, Hono } from 'hono';
import { poster } from '../../../posters/poster';
import { findEvent } from '../catalogue';
import type { Desk } from '../desk';
import { dummyPage, tokenPage } from '../pages/dummy';
import { notice } from '../pages/shell';
import { voucherPage } from '../pages/voucher';
import { readParams } from '../params';
import type { Waiting } from '../store';
import { ordersOf } from '../transaction/model';
import { PICTURES } from '../wire/media';

const LOST = 'This address leads nowhere. Go back to the shop and start again.';

/** Pages that customers are sent to: payment pages, vouchers, pictures. */
export function pages(desk: Desk): Hono {
  const app = new Hono();
  app.on(['GET', 'POST'], '/tickets/dummy_redirect.buy/:user', (c) => dummy(desk, c));
  app.on(['GET', 'POST'], '/tickets/stripe_form.buy', (c) => tokenForm(desk, c));
  app.get('/tickets/web_self_print.buy/:user', (c) => voucher(desk, c));
  app.get('/tickets/wallet/:uuid/:file', () =>
    notice('Your wallet pass', 'In life this address hands a pass to the phone’s wallet.', 200),
  );
  app.get('/media/:event/:file{.+\\.svg}', (c) => picture(c));
  return app;
}

/** The callout that comes back to an address, while it waits. */
function waitingAt({ store }: Desk, returnUrl: string): Waiting | undefined {
  return [...store.waiting.values()].find(({ callout }) => callout.returnUrl === returnUrl);
}

function isWeb(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

async function dummy(desk: Desk, c: Context): Promise<Response> {
  const params = await readParams(c);
  const returnUrl = params.text('return_url') ?? '';
  if (!isWeb(returnUrl)) return notice('Nothing to pay here', LOST, 400);
  const waiting = waitingAt(desk, returnUrl);
  const { callout } = waiting ?? {};
  if (callout && callout.method !== c.req.method.toLowerCase())
    return notice('Wrong method', `This page was to be opened by ${callout.method.toUpperCase()}.`, 405);
  const names = params.pairs.map(([name]) => name);
  if (callout && callout.order.length > 0 && JSON.stringify(names) !== JSON.stringify(callout.order))
    return notice('Wrong order', `Parameters came as ${names.join(', ')}.`, 400);
  if (callout && JSON.stringify(sorted(params.pairs)) !== JSON.stringify(sorted(callout.parameters)))
    return notice('Wrong parameters', 'They are not those of the callout.', 400);
  return dummyPage(params.text('title') ?? 'Dummy payment page', returnUrl, waiting);
}

function sorted(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs.map(([name, value]) => JSON.stringify([name, value])).sort();
}

async function tokenForm(desk: Desk, c: Context): Promise<Response> {
  const params = await readParams(c);
  const returnUrl = Buffer.from(params.text('crypto_block') ?? '', 'base64url').toString();
  const waiting = isWeb(returnUrl) ? waitingAt(desk, returnUrl) : undefined;
  return waiting ? tokenPage(returnUrl) : notice('Nothing to pay here', LOST, 400);
}

async function voucher(desk: Desk, c: Context): Promise<Response> {
  const found = desk.store.vouchers.get(c.req.query('crypto_block') ?? '');
  const transaction = found && desk.store.transactions.get(found.uuid);
  const order = transaction && ordersOf(transaction).find(({ item }) => item === found.item);
  if (!transaction || !order) return notice('There is no such voucher', LOST, 404);
  if (order.cancelled === 'cancelled')
    return notice('This voucher was cancelled', 'It does not admit anybody any more.', 410);
  return voucherPage(transaction, order);
}

function picture(c: Context): Response | Promise<Response> {
  const event = findEvent(c.req.param('event') ?? '');
  const name = (c.req.param('file') ?? '').replace(/\.svg$/, '');
  const size = Object.entries(PICTURES).find(([own]) => own === name)?.[1];
  if (!event || !size) return c.notFound();
  // Drawn larger than the platform's old sizes; SVG scales to them.
  return new Response(poster(event, name, { width: size.width * 2, height: size.height * 2 }), {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=86400',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}
