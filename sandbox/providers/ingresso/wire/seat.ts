import { hash } from '../../../core/chance';
import type { EventSpec } from '../catalogue/types';
import type { Seat } from '../transaction/model';
import type { Booked } from './order';
import { known, type Voice } from './voice';

/** A seat; once it is bought also its barcode and, where the event has them, the wallets' addresses. */
export function seatWire(
  { desk, old }: Voice,
  event: EventSpec,
  { id, restricted, text }: Seat,
  booked?: Booked,
): Record<string, unknown> {
  const [, row = '', column = ''] = /^(\D*)(.*)$/.exec(id) ?? [];
  const bought = booked?.result.success ? booked : undefined;
  const code = bought && barcodeOf(bought.uuid, id);
  const wallet = bought && event.wallets ? `${desk.origin}/tickets/wallet/${bought.uuid}/${id}` : undefined;
  return known({
    barcode: event.barcode && code,
    col_id: column,
    full_id: id,
    is_restricted_view: restricted,
    row_id: row,
    separator: old ? undefined : '',
    seat_apple_wallet_urls: wallet && { apple_wallet_gen_url: `${wallet}.pkpass` },
    seat_google_pay_urls: wallet && { gpay_jwt_url: `${wallet}.jwt`, gpay_save_url: `${wallet}.save` },
    seat_text: text,
    seat_text_code: text && `${(hash(text) % 900) + 100}`,
  });
}

/** What a ticket's barcode says: ten digits, the same on the voucher and in the API. */
export function barcodeOf(uuid: string, seat: string): string {
  return String(hash(`${uuid}/${seat}`)).padStart(10, '0');
}
