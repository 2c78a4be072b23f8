import { escapeXml } from '../../../posters/canvas';
import type { Booking } from '../booking/model';
import { valueFor } from '../wire/ticket';
import { when } from './pages';
import { storedZip } from './zip';

/** An Apple Wallet pass without a signature: a telephone refuses it, everything else about it is right. */
export function pkpass(booking: Booking, key: string, origin: string): Buffer {
  const { product } = booking;
  const pass = {
    formatVersion: 1,
    passTypeIdentifier: 'pass.sandbox.octo',
    serialNumber: key,
    teamIdentifier: 'SANDBOX',
    organizationName: product.place.name,
    description: product.title,
    barcodes: [
      {
        format: 'PKBarcodeFormatQR',
        message: valueFor(booking, 'QRCODE', key, origin),
        messageEncoding: 'utf-8',
      },
    ],
    eventTicket: {
      primaryFields: [{ key: 'title', label: product.place.city, value: product.title }],
      secondaryFields: [{ key: 'when', label: 'When', value: when(booking) }],
      auxiliaryFields: [{ key: 'reference', label: 'Reference', value: booking.supplierReference }],
    },
  };
  return storedZip('pass.json', Buffer.from(JSON.stringify(pass, null, 2)));
}

/** Where Google Wallet's save page would be. */
export function walletPage(booking: Booking): string {
  const { product } = booking;
  const [dark, , light] = product.poster.colours;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Save to wallet</title><style>
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f3f4f6;font:16px/1.5 system-ui,sans-serif;color:#161a22}
main{width:min(22rem,90vw);border-radius:1.25rem;overflow:hidden;background:${dark};color:#fff;box-shadow:0 12px 40px #0003}
div{padding:1.5rem}h1{margin:0 0 .25rem;font-size:1.35rem;line-height:1.25}p{margin:0;color:#ffffffd9}
footer{padding:1rem 1.5rem;background:${light};color:#161a22;font-size:.9rem}
</style></head><body><main><div><h1>${escapeXml(product.title)}</h1><p>${escapeXml(when(booking))}</p><p>${escapeXml(booking.supplierReference)}</p></div><footer>Saved to the sandbox’s wallet, which opens no real door.</footer></main></body></html>`;
}
