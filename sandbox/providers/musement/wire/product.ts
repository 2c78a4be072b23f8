import type { CartItem } from '../cart/model';
import { unitOf } from '../cart/totals';
import type { Desk } from '../desk';
import { price } from '../money';
import { localStart } from '../time';
import { languageWire } from './activity';

type Json = Record<string, unknown>;

/** `Product` of a cart's or an order's item, its prices for one ticket in `currency`. */
export function productWire(desk: Desk, item: CartItem, currency: string): Json {
  const { product, language } = item;
  const { slot, feature, holder } = product;
  const { activity } = slot;
  const unit = unitOf(item, currency);
  return {
    type: 'musement',
    id: product.id,
    title: activity.title,
    activity_uuid: activity.uuid,
    date: localStart(slot.startMs, activity.city.timeZone),
    max_confirmation_time: activity.maxConfirmationTime,
    price_tag: {
      price_feature: feature.name,
      ticket_holder: holder.name,
      price_feature_code: feature.code,
      ticket_holder_code: holder.code,
    },
    ...(language && { language: languageWire(language) }),
    api_url: `${desk.api}/activities/${activity.uuid}`,
    url: `${desk.origin}/activities/${activity.number}`,
    cover_image_url: `${desk.origin}/images/${activity.number}.svg`,
    meeting_point: activity.meetingPoint,
    original_retail_price: price(unit.original, currency),
    original_retail_price_without_service_fee: price(unit.original - unit.fee, currency),
    retail_price: price(unit.retail, currency),
    retail_price_without_service_fee: price(unit.net, currency),
    discount_amount: price(unit.original - unit.retail, currency),
    service_fee: price(unit.fee, currency),
  };
}
