import { SOURCES } from '../catalogue/sources';
import type { Discount, PriceBand } from '../catalogue/types';
import type { Performance } from '../performances';
import { priceOf, savingOf } from '../prices';
import type { Place } from '../stock';
import { commissions } from './commission';
import { quantities } from './cost-range';
import { amounts, known, type Voice } from './voice';

/** What a kind of price costs, and what it saves: the part that bands and discounts share. */
export function priceWire(
  voice: Voice,
  { performance, band }: { performance: Performance; band: PriceBand },
  discount: Discount,
  left: number,
): Record<string, unknown> {
  const { event } = performance;
  const { currency } = SOURCES[event.source];
  const now = priceOf(voice.desk, event, discount);
  const full = discount.was ?? now;
  const { saving, percent } = savingOf(discount);
  const combined: Record<string, number> = voice.old
    ? {}
    : { sale_combined: now.seat + now.fee, non_offer_sale_combined: full.seat + full.fee };
  return known({
    ...amounts(voice, currency, {
      absolute_saving: saving,
      non_offer_sale_seatprice: full.seat,
      non_offer_sale_surcharge: full.fee,
      sale_seatprice: now.seat,
      sale_surcharge: now.fee,
      ...combined,
    }),
    discount_code: discount.code,
    discount_desc: discount.desc,
    discount_semantic_type: voice.old ? undefined : discount.semantic,
    is_offer: saving > 0,
    number_available: left,
    percentage_saving: percent,
    price_band_code: band.code,
    ...(voice.params.flag('req_predicted_commission')
      ? commissions(voice, now.seat + now.fee, currency, 'predicted_')
      : {}),
  });
}

/** Every kind of price of a band. */
export function discountsWire(voice: Voice, place: Place, left: number): Record<string, unknown>[] {
  const { band, performance } = place;
  return band.discounts.map((discount) =>
    known({
      ...priceWire(voice, place, discount, left),
      discount_maximum_eligible_age: discount.maxAge,
      discount_minimum_eligible_age: discount.minAge,
      valid_quantities: quantities(performance.event, left),
    }),
  );
}
