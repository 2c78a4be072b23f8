import { Hono } from 'hono';
import { voucherPdf } from '../../../print/ticket-pdf';
import type { Desk } from '../desk';
import { pagesOf } from '../vouchers/pages';

/** Vouchers as PDF; the random id is the only key, as with any ticket link. */
export function voucherRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.get('/vouchers/:file{.+\\.pdf}', async (c) => {
    const voucher = desk.store.vouchers.get(c.req.param('file').replace(/\.pdf$/, ''));
    const found = voucher && desk.store.findItem(voucher.itemId);
    if (!voucher || !found) return c.text('There is no such voucher.', 404);
    if (found.item.status === 'cancelled') return c.text('This voucher was cancelled.', 410);
    const pdf = await voucherPdf(pagesOf(found.item, found.basket.currency, voucher.ticket));
    c.header('content-type', 'application/pdf');
    c.header(
      'content-disposition',
      `inline; filename="${found.item.event.slug}-${found.item.reference}.pdf"`,
    );
    c.header('cache-control', 'private, no-store');
    return c.body(new Uint8Array(pdf));
  });
  return app;
}
