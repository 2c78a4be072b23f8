import type { Booking } from '../booking/model';
import type { DeliveryFormat } from '../catalogue/types';
import { utcOrNull } from '../time';

/** What opens the door. `key` is the random id that it is known by; without one there is nothing to deliver yet. */
export function ticketWire(booking: Booking, key: string | null, origin: string): Record<string, unknown> {
  return {
    redemptionMethod: booking.product.redeemedBy,
    utcRedeemedAt: utcOrNull(booking.redeemedMs),
    utcNoshowedAt: null,
    deliveryOptions:
      key === null
        ? []
        : booking.product.formats.map((deliveryFormat) => ({
            deliveryFormat,
            deliveryValue: valueFor(booking, deliveryFormat, key, origin),
          })),
  };
}

/** The raw content of a code, or an address. Codes of test bookings say so and open nothing. */
export function valueFor(booking: Booking, format: DeliveryFormat, key: string, origin: string): string {
  switch (format) {
    case 'QRCODE':
    case 'AZTECCODE':
      return `${booking.order.testMode ? 'TEST' : 'NB1'}|${booking.supplierReference}|${key}`;
    case 'CODE128':
      // A linear code is short, or it does not fit a telephone.
      return `${booking.order.testMode ? 'TEST' : ''}${booking.supplierReference}${key
        .replace(/[^A-Za-z0-9]/g, '')
        .slice(0, 8)
        .toUpperCase()}`;
    case 'PDF_URL':
      return `${origin}/tickets/${key}.pdf`;
    case 'PNG_URL':
      return `${origin}/tickets/${key}.png`;
    case 'PKPASS_URL':
      return `${origin}/tickets/${key}.pkpass`;
    case 'GOOGLE_WALLET_URL':
      return `${origin}/wallet/${key}`;
  }
}
