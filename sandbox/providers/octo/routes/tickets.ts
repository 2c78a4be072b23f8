import { type Context, Hono } from 'hono';
import QRCode from 'qrcode';
import { voucherPdf } from '../../../print/ticket-pdf';
import type { Desk } from '../desk';
import { pagesOf } from '../tickets/pages';
import { pkpass, walletPage } from '../tickets/wallet';
import { valueFor } from '../wire/ticket';

/** What delivery options lead to; the random id is the only key, as with any ticket link. */
export function ticketRoutes(desk: Desk): Hono {
  const app = new Hono();

  app.get('/tickets/:file', async (c) => {
    const [, key = '', format = ''] = /^([\w-]+)\.(pdf|png|pkpass)$/.exec(c.req.param('file')) ?? [];
    const ticket = desk.store.tickets.get(key);
    if (!ticket) return c.notFound();
    if (ticket.booking.status === 'CANCELLED') return c.text('This ticket was cancelled.', 410);
    if (format === 'pdf')
      return send(c, 'application/pdf', await voucherPdf(pagesOf(ticket, key, desk.origin)));
    if (format === 'pkpass')
      return send(c, 'application/vnd.apple.pkpass', pkpass(ticket.booking, key, desk.origin));
    const code = valueFor(ticket.booking, 'QRCODE', key, desk.origin);
    return send(c, 'image/png', await QRCode.toBuffer(code, { margin: 2, scale: 8 }));
  });

  app.get('/wallet/:key', (c) => {
    const ticket = desk.store.tickets.get(c.req.param('key'));
    if (!ticket) return c.notFound();
    c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    c.header('cache-control', 'private, no-store');
    return c.html(walletPage(ticket.booking));
  });
  return app;
}

function send(c: Context, type: string, bytes: Buffer): Response {
  c.header('content-type', type);
  c.header('cache-control', 'private, no-store');
  return c.body(new Uint8Array(bytes));
}
