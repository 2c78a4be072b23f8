import { SOURCES } from '../catalogue/sources';
import type { SendMethod } from '../catalogue/types';
import { COUNTRIES } from '../countries';
import type { CurrencyCode } from '../money';
import { voucherUrl } from '../purchase/vouchers';
import type { Order } from '../trolley/model';
import type { Booked } from './order';
import { amounts, known, type Voice } from './voice';

/** A way of sending, as it is offered. */
export function sendMethodWire(
  voice: Voice,
  send: SendMethod,
  currency: CurrencyCode,
): Record<string, unknown> {
  return known({
    can_generate_self_print: send.type === 'selfprint' ? send.ownPrint === true : undefined,
    permitted_countries: send.countries && {
      country: send.countries.map((code) => ({ country_code: code, country_desc: COUNTRIES[code] ?? code })),
    },
    send_code: send.code,
    ...amounts(voice, currency, { send_cost: send.cost }),
    send_desc: send.desc,
    send_type: send.type,
  });
}

/** The way an order is sent; once it is bought with the voucher's address and what the customer has to know. */
export function sendWire(voice: Voice, order: Order, booked?: Booked): Record<string, unknown> {
  const { send, event } = order;
  const offered = sendMethodWire(voice, send, SOURCES[event.source].currency);
  if (!booked) return offered;
  const selfPrint = send.type === 'selfprint';
  return known({
    ...offered,
    has_html_page: selfPrint ? true : undefined,
    self_print_voucher_url: selfPrint ? voucherUrl(voice.desk, booked.uuid, order.item) : undefined,
    send_final_comment: send.finalComment,
    send_final_type: send.type,
  });
}
