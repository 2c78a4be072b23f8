import { SOURCES } from '../catalogue/sources';
import type { Source } from '../catalogue/types';
import type { BundleResult, HeldOrder } from '../transaction/model';
import { feeTotal, type Order, seatTotal } from '../trolley/model';
import type { User } from '../users';
import { debitorWire } from './debitor';
import { orderWire } from './order';
import { amounts, currencyOf, known, type Voice } from './voice';

/** Orders that one supplier sells together, with their sums. */
export function bundleWire(
  voice: Voice,
  bundle: { source: Source; orders: readonly (Order | HeldOrder)[]; result?: BundleResult | null },
  more: { uuid?: string; user?: User } = {},
): Record<string, unknown> {
  const { source, orders } = bundle;
  const { currency } = source;
  const sum = (of: (order: Order) => number) => orders.reduce((total, order) => total + of(order), 0);
  const [seat, fee, send] = [sum(seatTotal), sum(feeTotal), sum((order) => order.send.cost)];
  const { uuid } = more;
  const result = bundle.result ?? undefined;
  const booked = uuid && result ? { uuid, result } : undefined;
  return known({
    bundle_order_count: orders.length,
    bundle_source_code: source.code,
    bundle_source_desc: source.desc,
    ...amounts(voice, currency, {
      bundle_total_cost: seat + fee + send,
      bundle_total_seatprice: seat,
      bundle_total_send_cost: send,
      bundle_total_surcharge: fee,
    }),
    ...currencyOf(voice, currency),
    // Free tickets need nobody who takes money.
    debitor: more.user && seat + fee + send > 0 ? debitorWire(voice, more.user, source) : undefined,
    max_bundle_size: voice.old ? undefined : source.maxBundleSize,
    order: orders.map((order) => orderWire(voice, order, { booked })),
    purchase_result: result && resultWire(source, result),
    source_t_and_c: voice.params.flag('req_src_info')
      ? 'Tickets are sold by the venue on its own terms.'
      : undefined,
  });
}

/** Bundles of orders by their source, in the sources' own order. */
export function bundlesOf(orders: readonly Order[]): { source: Source; orders: Order[] }[] {
  return Object.values(SOURCES).flatMap((source) => {
    const own = orders.filter(({ event }) => event.source === source.code);
    return own.length > 0 ? [{ source, orders: own }] : [];
  });
}

function resultWire(source: Source, result: BundleResult): Record<string, unknown> {
  return known({
    success: result.success,
    is_semi_credit: false,
    backend_purchase_reference: result.reference,
    can_cancel_individual_orders: result.success ? source.cancelsSingly : undefined,
    ...failureWire(result),
  });
}

/** The optional fields that say why something failed. */
export function failureWire({ failure }: BundleResult): Record<string, unknown> {
  return known({
    failure_reason: failure?.reason,
    purchase_error: failure?.error,
    internal_error_comment: failure?.comment,
    failed_3d_secure: failure && (failure.threeDSecure ?? false),
    failed_avs: failure && false,
    failed_cv_two: failure && false,
  });
}
