import type { Offer, TicketType } from '@/lib/checkout/catalogue';
import { amountOf, whenOf } from './map-parts';
import { offerId } from './offer-id';
import type { ActivityWire, GroupWire, ProductWire, SlotWire } from './wire';

/** More of one kind than this nobody buys in one go. */
const MOST = 50;

type Language = NonNullable<SlotWire['languages']>[number];

/** The offers of a start: one for each language that it is guided in. */
export function offersOf(
  activity: ActivityWire,
  day: string,
  group: GroupWire,
  slot: SlotWire,
): readonly Offer[] {
  const ticketTypes = slot.products.map(typeOf).filter(({ max }) => max > 0);
  if (ticketTypes.length === 0) return [];
  const languages: readonly (Language | null)[] = slot.languages?.length ? slot.languages : [null];
  return languages.map((language) => ({
    id: offerId({ day, time: slot.time, feature: group.feature_code, language: language?.code ?? '' }),
    title: titleOf(group, language) || activity.title,
    ...whenOf(`${day} ${slot.time}`, activity.city?.time_zone),
    ticketTypes,
    unseated: true,
    notices: [],
  }));
}

function titleOf({ name }: GroupWire, language: Language | null): string {
  return [name, language ? (language.name ?? language.code) : null].filter(Boolean).join(' · ');
}

function typeOf(product: ProductWire): TicketType {
  const { min_buy: min, max_buy: max, availability, original_retail_price: original } = product;
  const price = amountOf(product.retail_price);
  const fee = product.service_fee ? amountOf(product.service_fee) : null;
  const before = original ? amountOf(original) : null;
  return {
    type: product.product_id,
    label: product.name || product.holder_code || product.product_id,
    price,
    ...(fee && fee.amount > 0 ? { fee } : {}),
    ...(before && before.amount > price.amount ? { before } : {}),
    min: min ?? 0,
    max: Math.min(max ?? MOST, availability ?? MOST, MOST),
  };
}
