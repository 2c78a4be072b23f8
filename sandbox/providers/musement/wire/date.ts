import { type Unit, unitPrice } from '../cart/totals';
import type { ActivitySpec } from '../catalogue/types';
import type { Desk } from '../desk';
import { price } from '../money';
import { productOf, type Slot, slotsOn } from '../products';
import { languageWire } from './activity';

type Json = Record<string, unknown>;

const unit = (desk: Desk, slot: Slot, holder: Parameters<typeof unitPrice>[1], currency: string): Unit =>
  unitPrice(slot.activity, holder, currency, desk.store.raised.get(slot.activity.uuid) ?? 0);

/** A day of `/dates`: whether anything is left, and from what price. */
export function dayWire(desk: Desk, activity: ActivitySpec, day: string, currency: string): Json | null {
  const slots = slotsOn(activity, day, desk.world.clock.now());
  const [first] = slots;
  if (!first) return null;
  const units = activity.features.flatMap(({ holders }) =>
    holders.map((holder) => unit(desk, first, holder, currency)),
  );
  const least = units.reduce((a, b) => (b.retail < a.retail ? b : a));
  return {
    day,
    sold_out: slots.every((slot) => desk.store.stock.left(slot) === 0),
    retail_price: price(least.retail, currency),
    retail_price_without_service_fee: price(least.net, currency),
    original_retail_price: price(least.original, currency),
    discount_amount: price(least.original - least.retail, currency),
    service_fee: price(least.fee, currency),
  };
}

/** What can be bought on a day: by kind of visit, start, language and holder. */
export function dateWire(desk: Desk, activity: ActivitySpec, day: string, currency: string): Json[] {
  const slots = slotsOn(activity, day, desk.world.clock.now()).filter(
    (slot) => desk.store.stock.left(slot) > 0,
  );
  if (slots.length === 0) return [];
  return [
    {
      groups: activity.features.map((feature, index) => ({
        feature_code: feature.code,
        name: feature.name,
        default: index === 0,
        slots: slots.map((slot) => ({
          time: slot.time,
          languages: activity.languages.map(languageWire),
          products: feature.holders.map((holder) => {
            const each = unit(desk, slot, holder, currency);
            return {
              type: 'musement',
              product_id: productOf(slot, feature, holder).id,
              holder_code: holder.code,
              name: holder.name,
              min_buy: holder.minBuy,
              max_buy: holder.maxBuy,
              availability: desk.store.stock.left(slot),
              retail_price: price(each.retail, currency),
              retail_price_without_service_fee: price(each.net, currency),
              original_retail_price: price(each.original, currency),
              original_retail_price_without_service_fee: price(each.original - each.fee, currency),
              discount_amount: price(each.original - each.retail, currency),
              service_fee: price(each.fee, currency),
            };
          }),
        })),
      })),
    },
  ];
}
