import type { Voucher } from '@/lib/checkout/step';
import { codeKind, symbologyOf } from '@/lib/checkout/symbology';
import { isFrom } from '@/lib/platform/address';
import type { ItemWire } from './wire';

/**
 * What admits people. Tickitto merges an item's tickets into one PDF (`voucher_url`); where there is none yet, the
 * tickets' own PDFs or codes do. A document from another site than Tickitto's API is a link: our key never goes there.
 */
export function vouchersOf(wire: ItemWire, itemId: string, url: string): readonly Voucher[] {
  const merged = documentOf(wire.voucher_url, itemId, wire.event_name, url);
  if (merged) return [merged];
  const each = (wire.reservations ?? []).map((reservation, index) => ({
    id: `${itemId}.${index + 1}`,
    label: [
      reservation.concession_name ?? reservation.product_selection ?? 'Ticket',
      reservation.seat_selection,
    ]
      .filter(Boolean)
      .join(', '),
    reservation,
  }));
  const documents = each.flatMap(
    ({ id, label, reservation }) => documentOf(reservation.voucher_url, id, label, url) ?? [],
  );
  if (documents.length > 0) return documents;
  return each.flatMap(({ id, label, reservation }) => {
    const codes = reservation.ticket?.barcodes ?? [];
    return codes.flatMap(({ format, data }, index): Voucher[] => {
      const kind = codeKind(symbologyOf(format ?? ''));
      return data ? [{ id: `${id}.${index + 1}`, ...kind, label, value: data }] : [];
    });
  });
}

function documentOf(
  address: string | null | undefined,
  id: string,
  label: string,
  url: string,
): Voucher | undefined {
  if (isFrom(address, [url])) return { id, kind: 'pdf', label, url: address };
  const elsewhere = address && URL.canParse(address) && new URL(address).protocol === 'https:';
  return elsewhere && isFrom(address, [new URL(address).origin])
    ? { id, kind: 'link', label, url: address }
    : undefined;
}
