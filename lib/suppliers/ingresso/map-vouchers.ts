import type { Voucher } from '@/lib/checkout/step';
import { codeKind, type Symbology, symbologyOf } from '@/lib/checkout/symbology';
import { isLoopback } from '@/lib/platform/loopback';
import { itemIdOf, seatsIn } from './map-order';
import type { OrderWire, SeatWire } from './wire-order';

/**
 * What admits people, of a booked order: the platform's voucher page, which must be shown; the code of each seat, where
 * the partner may draw its own tickets; the wallets' links. Addresses are https, or they are nobody's.
 */
export function vouchersOf(order: OrderWire): readonly Voucher[] {
  const id = itemIdOf(order);
  const send = order.send_method;
  const page = linkOf(`${id}.voucher`, send?.send_desc || 'eTicket', send?.self_print_voucher_url);
  const seats = seatsIn(order);
  const own = send?.can_generate_self_print === true || !page;
  return [
    ...(page ? [page] : []),
    ...(own ? seats.flatMap((seat, index) => codeOf(`${id}.${index + 1}`, seat, order) ?? []) : []),
    ...seats.flatMap((seat, index) => walletsOf(`${id}.${index + 1}`, seat)),
  ];
}

/** A voucher is to come where the tickets are printed at home and there is none yet. */
export function isVoucherToCome({ send_method: send }: OrderWire): boolean {
  return (
    send?.send_type === 'selfprint' && !send.self_print_voucher_url && send.can_generate_self_print !== true
  );
}

function codeOf(id: string, { barcode, full_id: seat }: SeatWire, order: OrderWire): Voucher | null {
  if (!barcode) return null;
  return { id, ...codeKind(drawnAs(order)), label: seat || 'Ticket', value: barcode };
}

/** Any that the venue reads will do: a QR code where it may be one, because every telephone shows it well. */
function drawnAs({ supported_barcode_types: types }: OrderWire): Symbology | null {
  if (!types || types.length === 0) return 'qr';
  const known = types.map(symbologyOf).filter((one) => one !== null);
  return known.find((one) => one === 'qr') ?? known[0] ?? null;
}

function walletsOf(id: string, seat: SeatWire): readonly Voucher[] {
  const links = [
    linkOf(`${id}.apple`, `Apple Wallet, ${seat.full_id}`, seat.seat_apple_wallet_urls?.apple_wallet_gen_url),
    linkOf(`${id}.google`, `Google Wallet, ${seat.full_id}`, seat.seat_google_pay_urls?.gpay_save_url),
  ];
  return links.filter((link) => link !== null);
}

function linkOf(id: string, label: string, url: string | null | undefined): Voucher | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol } = new URL(url);
  const safe = protocol === 'https:' || (protocol === 'http:' && isLoopback(url));
  return safe ? { id, kind: 'link', label, url } : null;
}
