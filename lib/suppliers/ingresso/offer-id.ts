import type { OrderWire } from './wire-order';

/** What an offer is over there: a price band of a ticket type of a performance. */
export interface OfferId {
  readonly perf: string;
  readonly type: string;
  readonly band: string;
}

/** Codes as the platform makes them; a bar would end one. */
const OFFER = /^([\w-]{1,80})\|([^|\p{Cc}]{1,60})\|([^|\p{Cc}]{1,60})$/u;

export function offerId({ perf, type, band }: OfferId): string {
  return [perf, type, band].join('|');
}

/** Takes an id apart; null for what is none of ours. */
export function readOfferId(text: string): OfferId | null {
  const [, perf, type, band] = OFFER.exec(text) ?? [];
  return perf && type && band ? { perf, type, band } : null;
}

/** The offer that an order was made of. */
export function offerOf(order: OrderWire): string {
  return offerId({
    perf: order.performance?.perf_id ?? '',
    type: order.ticket_type_code ?? '',
    band: order.price_band_code ?? '',
  });
}
