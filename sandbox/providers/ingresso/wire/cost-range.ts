import { SOURCES } from '../catalogue/sources';
import type { Discount, EventSpec } from '../catalogue/types';
import { type CurrencyCode, major } from '../money';
import { priceOf, savingOf } from '../prices';
import { known, type Voice } from './voice';

/** With `req_cost_range`: the cheapest and the dearest default price of an event, and its offers where asked for. */
export function costRange(voice: Voice, event: EventSpec): Record<string, unknown> | undefined {
  if (!voice.params.flag('req_cost_range')) return undefined;
  const range = plainRange(voice, event);
  if (!voice.params.flag('req_cost_range_no_singles_data')) return range;
  return { ...range, no_singles_cost_range: range };
}

/** With `req_cost_range_details`: the same for each band by itself. */
export function costRangeDetails(voice: Voice, event: EventSpec): Record<string, unknown> | undefined {
  if (!voice.params.flag('req_cost_range_details')) return undefined;
  const types = event.types.map((type) => ({
    price_band: type.bands.map((band) =>
      known({
        cost_range: plainRange(voice, { ...event, types: [{ ...type, bands: [band] }] }),
        price_band_code: band.code,
        price_band_desc: band.desc,
      }),
    ),
    ticket_type_code: type.code,
    ticket_type_desc: type.desc,
  }));
  return { ticket_type: types };
}

/** How many tickets of an event may be ordered. */
export function quantities(event: Pick<EventSpec, 'maxSeats'>, most = event.maxSeats): number[] {
  return Array.from({ length: Math.min(event.maxSeats, most) }, (_, index) => index + 1);
}

function plainRange(voice: Voice, event: EventSpec): Record<string, unknown> {
  const { currency } = SOURCES[event.source];
  const standard = event.types.flatMap(({ bands }) => bands.map(({ discounts }) => discounts[0]));
  const prices = standard
    .map((discount) => priceOf(voice.desk, event, discount))
    .sort((a, b) => a.seat + a.fee - b.seat - b.fee);
  const [least, most] = [prices[0], prices.at(-1)];
  const offers = standard.filter(({ was }) => was !== undefined);
  const by = (better: (a: Discount, b: Discount) => number) => [...offers].sort(better)[0];
  const offer = (name: string, found: Discount | undefined) =>
    voice.params.flag(`req_cost_range_${name}`) && found ? offerWire(found, currency) : undefined;
  const cost = ({ seat, fee }: Discount) => seat + fee;
  return known({
    best_value_offer: offer(
      'best_value_offer',
      by((a, b) => savingOf(b).percent - savingOf(a).percent),
    ),
    max_saving_offer: offer(
      'max_saving_offer',
      by((a, b) => savingOf(b).saving - savingOf(a).saving),
    ),
    min_cost_offer: offer(
      'min_cost_offer',
      by((a, b) => cost(a) - cost(b)),
    ),
    top_price_offer: offer(
      'top_price_offer',
      by((a, b) => cost(b) - cost(a)),
    ),
    max_seatprice: major(most?.seat ?? 0, currency),
    max_surcharge: major(most?.fee ?? 0, currency),
    min_seatprice: major(least?.seat ?? 0, currency),
    min_surcharge: major(least?.fee ?? 0, currency),
    range_currency_code: currency,
    valid_quantities: quantities(event),
  });
}

function offerWire(discount: Discount, currency: CurrencyCode): Record<string, unknown> {
  const { saving, percent } = savingOf(discount);
  return {
    absolute_saving: major(saving, currency),
    full_seatprice: major(discount.was?.seat ?? discount.seat, currency),
    full_surcharge: major(discount.was?.fee ?? discount.fee, currency),
    offer_seatprice: major(discount.seat, currency),
    offer_surcharge: major(discount.fee, currency),
    percentage_saving: percent,
  };
}
