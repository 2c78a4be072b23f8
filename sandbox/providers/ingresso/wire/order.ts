import { SOURCES } from '../catalogue/sources';
import type { BundleResult, HeldOrder, Seat } from '../transaction/model';
import { feeTotal, type Line, type Order, seatTotal } from '../trolley/model';
import { commissions } from './commission';
import { eventWire } from './event';
import { performanceWire } from './performance';
import { seatWire } from './seat';
import { sendWire } from './send';
import { amounts, known, type Voice } from './voice';

/** What an order needs to be shown after its purchase. */
export interface Booked {
  readonly uuid: string;
  readonly result: BundleResult;
}

/** An order: as wished for, held, or bought. `comment` is the supplier's reason where holding it failed. */
export function orderWire(
  voice: Voice,
  order: Order | HeldOrder,
  more: { booked?: Booked; comment?: string } = {},
): Record<string, unknown> {
  const { event, type, band, requested, lines } = order;
  const { currency } = SOURCES[event.source];
  const held = 'seats' in order ? order : undefined;
  const [seat, fee] = [seatTotal(order), feeTotal(order)];
  const bought = more.booked?.result.success === true;
  return known({
    event: eventWire(voice, event),
    item_number: order.item,
    performance: performanceWire(voice, order.performance),
    price_band_code: band.code,
    price_band_desc: band.desc,
    unsuffixed_price_band_code: voice.old ? undefined : band.code.replace(/\/\w+$/, ''),
    requested_seat_ids: voice.old ? undefined : requested,
    reserve_failure_comment: more.comment,
    seat_request_status: held?.seatStatus ?? (requested.length === 0 ? 'not_requested' : undefined),
    got_requested_seats: held && voice.old ? held.seatStatus === 'got_all' : undefined,
    send_method: sendWire(voice, order, bought ? more.booked : undefined),
    ticket_orders: { ticket_order: lines.map((line) => lineWire(voice, order, line, more.booked)) },
    ticket_type_code: type.code,
    ticket_type_desc: type.desc,
    total_no_of_seats: order.count,
    ...amounts(voice, currency, {
      ...(voice.old ? {} : { total_sale_combined: seat + fee }),
      total_sale_seatprice: seat,
      total_sale_surcharge: fee,
    }),
    ...(voice.params.flag('req_predicted_commission') && !bought
      ? commissions(voice, seat + fee, currency, 'predicted_')
      : {}),
    ...(bought && held ? boughtFields(voice, held, seat + fee) : {}),
  });
}

function boughtFields(voice: Voice, order: HeldOrder, minor: number): Record<string, unknown> {
  const { event } = order;
  const status =
    order.cancelled === 'no' ? (event.cancellable ? 'possible' : 'not_permitted') : order.cancelled;
  return known({
    backend_purchase_reference: order.reference ?? undefined,
    backend_cancellation_reference: order.cancelled === 'cancelled' ? `CANCEL-${order.reference}` : undefined,
    cancellation_status: status,
    cancellation_comment:
      order.cancelled === 'tried_and_failed' ? 'The supplier refused the cancellation.' : '',
    supported_barcode_types: event.barcode && [event.barcode],
    ...commissions(voice, minor, SOURCES[event.source].currency),
  });
}

function lineWire(
  voice: Voice,
  order: Order | HeldOrder,
  line: Line,
  booked: Booked | undefined,
): Record<string, unknown> {
  const { discount, places, seat, fee } = line;
  const { currency } = SOURCES[order.event.source];
  const count = places.length;
  const seats: readonly Seat[] = 'seats' in order ? order.seats : [];
  const own = places.flatMap((place) => {
    const one = seats[place];
    return one ? [seatWire(voice, order.event, one, booked)] : [];
  });
  return known({
    discount_code: discount.code,
    discount_desc: discount.desc,
    discount_semantic_type: voice.old ? undefined : discount.semantic,
    no_of_seats: count,
    ...amounts(voice, currency, {
      sale_seatprice: seat,
      sale_surcharge: fee,
      total_sale_seatprice: seat * count,
      total_sale_surcharge: fee * count,
      ...(voice.old ? {} : { sale_combined: seat + fee, total_sale_combined: (seat + fee) * count }),
    }),
    seats: own.length > 0 ? own : undefined,
  });
}
