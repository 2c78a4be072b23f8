import { Hono } from 'hono';
import { poster } from '../../../posters/poster';
import { voucherPdf } from '../../../print/ticket-pdf';
import { findActivity } from '../catalogue';
import type { Desk } from '../desk';
import { pagesOf } from '../vouchers/pages';

const COVER = { width: 1600, height: 900 };

/** What browsers fetch: where banks lead to, vouchers, pictures. */
export function pageRoutes(desk: Desk): Hono {
  const app = new Hono();

  // Banks come back by link or by form. What they bring is kept for the call that completes the payment.
  app.on(['GET', 'POST'], '/api/v3/payments/adyen/3d_secure_proxy', async (c) => {
    const form: Record<string, unknown> = c.req.method === 'POST' ? await c.req.parseBody() : {};
    const token = c.req.query('token');
    const challenge = [...desk.store.orders.values()]
      .map((order) => order.challenge)
      .find((one) => one?.gateway === 'ADYEN' && one.token === token);
    // Paid meanwhile, or started anew: this answer is nobody's any more.
    if (challenge?.gateway !== 'ADYEN')
      return c.text('This payment is over. Please go back to the shop.', 410);
    const result = c.req.query('redirectResult') ?? form.PaRes;
    if (typeof result === 'string') challenge.result ??= result;
    if (challenge.returnUrl === null) return c.text('Thank you. Please go back to the shop.');
    return c.redirect(challenge.returnUrl, 302);
  });

  app.get('/voucher/view/:voucher', async (c) => {
    const found = desk.store.vouchers.get(c.req.param('voucher'));
    if (!found) return c.text('There is no such voucher.', 404);
    if (found.item.status !== 'OK') return c.text('This voucher is not valid any more.', 410);
    const pdf = await voucherPdf(pagesOf(found.order, found.item));
    c.header('content-type', 'application/pdf');
    c.header('content-disposition', `inline; filename="${found.item.reference}.pdf"`);
    c.header('cache-control', 'private, no-store');
    return c.body(new Uint8Array(pdf));
  });

  app.get('/images/:file{.+\\.svg}', (c) => {
    const activity = findActivity(c.req.param('file').replace(/\.svg$/, ''));
    if (!activity) return c.notFound();
    c.header('content-type', 'image/svg+xml; charset=utf-8');
    c.header('cache-control', 'public, max-age=86400');
    // Opened by itself it is a document: without scripts, and without anything from elsewhere.
    c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    c.header('cross-origin-resource-policy', 'cross-origin');
    return c.body(poster(activity, 'cover', COVER));
  });
  return app;
}
