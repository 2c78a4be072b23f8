import type { Voucher } from '@/lib/checkout/step';
import { codeKind, symbologyOf } from '@/lib/checkout/symbology';
import { isFrom } from '@/lib/platform/address';
import type { TicketWire } from './wire-order';

/** Formats that carry an address, and what the link is called. */
const LINKS: Readonly<Record<string, string>> = {
  PDF_URL: 'PDF',
  PNG_URL: 'Picture',
  PKPASS_URL: 'Apple Wallet',
  GOOGLE_WALLET_URL: 'Google Wallet',
};

/**
 * What opens the door. `*_URL` formats are addresses: a PDF of a configured origin is handed out by us, everything else is
 * a link. Other formats are the raw content of a code; one that cannot be drawn is shown as it is.
 */
export function vouchersOf(
  ticket: TicketWire,
  id: string,
  label: string,
  documentOrigins: readonly string[],
): readonly Voucher[] {
  return (ticket?.deliveryOptions ?? []).flatMap((option, index): readonly Voucher[] => {
    if (!option?.deliveryValue) return [];
    const { deliveryFormat: format, deliveryValue: value } = option;
    const own = `${id}.${format.toLowerCase().replace(/[^a-z0-9]/g, '')}${index}`;
    if (!format.endsWith('_URL')) {
      return [{ id: own, ...codeKind(symbologyOf(format)), label, value }];
    }
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) return [];
    const kind = format === 'PDF_URL' && isFrom(value, documentOrigins) ? 'pdf' : 'link';
    return [{ id: own, kind, label: `${label}, ${LINKS[format] ?? 'link'}`, url: value }];
  });
}
