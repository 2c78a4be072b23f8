import type { Voucher } from '@/lib/checkout/step';
import type { VoucherFile } from '@/lib/checkout/supplier';

/** What a browser may get of a supplier's document, and how it is called on disk. Anything else is bytes to save. */
const KINDS: Readonly<Record<string, { readonly extension: string; readonly shown: boolean }>> = {
  // A sandboxed PDF is not shown by Chromium's viewer; saved, it also opens at the door without a network.
  'application/pdf': { extension: 'pdf', shown: false },
  'image/png': { extension: 'png', shown: true },
  'image/jpeg': { extension: 'jpg', shown: true },
  'text/html': { extension: 'html', shown: true },
};

/**
 * A supplier's document under our address: it runs no script, loads nothing, is in no frame and in no cache, so that
 * whatever is in it cannot act as this site.
 */
export function voucherResponse(file: VoucherFile, reference: string, { id }: Voucher): Response {
  const [type = ''] = file.contentType.toLowerCase().split(';');
  const kind = KINDS[type.trim()] ?? { extension: 'bin', shown: false };
  const name = `${reference}-${id}`.replace(/[^A-Za-z0-9_-]/g, '').slice(0, 80);
  const contentType = kind.extension === 'bin' ? 'application/octet-stream' : type.trim();
  return new Response(Buffer.from(file.body), {
    headers: {
      'Content-Type': contentType === 'text/html' ? 'text/html; charset=utf-8' : contentType,
      'Content-Disposition': `${kind.shown ? 'inline' : 'attachment'}; filename="${name}.${kind.extension}"`,
      'Content-Security-Policy':
        "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'private, no-store',
    },
  });
}

/**
 * A voucher that is a page of the supplier's, or a wallet's: the browser opens it there, because a copy without its
 * pictures and codes admits nobody. It is not told where the customer came from.
 */
export function voucherElsewhere(url: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: url, 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'private, no-store' },
  });
}
