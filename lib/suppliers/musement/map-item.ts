import type { Item } from '@/lib/checkout/model';
import type { Amount } from '@/lib/checkout/money';
import { isFrom } from '@/lib/platform/address';
import type { Choice } from './choose';
import { confirmationText } from './map-event';
import { amountOf, texts, whenOf } from './map-parts';
import type { ActivityWire } from './wire';
import type { CartItemWire } from './wire-order';

export type ShownItem = Omit<Item, 'status' | 'vouchers'>;

/** What the mapping of an item needs beside it. */
export interface Frame {
  readonly imageOrigins: readonly string[];
  readonly locale: string;
}

/** A chosen product as it would be held. */
export function itemOfChoice(
  { activity, offer, group, slot }: Choice,
  { product, quantity }: Choice['products'][number],
  id: string,
  frame: Frame,
): ShownItem {
  const price = times(amountOf(product.retail_price), quantity);
  const fee = product.service_fee ? times(amountOf(product.service_fee), quantity) : { ...price, amount: 0 };
  const label = product.name || product.holder_code || product.product_id;
  const spoken = slot.languages?.find(({ code }) => code === offer.language);
  return {
    id,
    title: titleOf(activity.title, group.name),
    ...whenOf(`${offer.day} ${offer.time}`, activity.city?.time_zone),
    ...pictureOf(activity.cover_image_url, frame),
    tickets: [{ type: product.product_id, label, quantity, price }],
    ...without(price, fee),
    notices: noticesOf(
      {
        meet: activity.meeting_point,
        city: activity.city?.name,
        language: spoken?.name,
        confirmation: activity.max_confirmation_time,
      },
      frame.locale,
    ),
  };
}

/** An item of a cart as the customer sees it. `share`: what it costs them, what a promo code takes off taken off. */
export function itemOfCart(
  wire: CartItemWire,
  activity: ActivityWire | undefined,
  share: Amount,
  id: string,
  frame: Frame,
): ShownItem {
  const { product, quantity } = wire;
  const { price_feature: feature, ticket_holder: holder } = product.price_tag ?? {};
  const net = wire.total_price_without_service_fee;
  const whole = amountOf(wire.total_price);
  const fee = { ...share, amount: net ? Math.max(0, whole.amount - amountOf(net).amount) : 0 };
  return {
    id,
    title: titleOf(product.title, feature),
    ...whenOf(product.date, activity?.city?.time_zone),
    ...pictureOf(product.cover_image_url, frame),
    tickets: [{ type: product.id, label: holder || product.id, quantity, price: share }],
    ...without(share, fee),
    notices: noticesOf(
      {
        meet: product.meeting_point || activity?.meeting_point,
        city: activity?.city?.name,
        language: product.language?.name,
        confirmation: product.max_confirmation_time,
      },
      frame.locale,
    ),
  };
}

/** The kind of visit stands beside the title where it says more than that. */
function titleOf(title: string, feature: string | null | undefined): string {
  return feature && !title.includes(feature) && !/^(default|standard)$/i.test(feature)
    ? `${title}: ${feature}`
    : title;
}

function pictureOf(image: string | null | undefined, { imageOrigins }: Frame) {
  return isFrom(image, imageOrigins) ? { image } : {};
}

type Said = string | null | undefined;

/**
 * What is good to know of an item. Where to meet is one of these and no venue: it is a street corner or a gate, and nobody there
 * sells or confirms anything.
 */
function noticesOf(
  { meet, city, language, confirmation }: Record<'meet' | 'city' | 'language' | 'confirmation', Said>,
  locale: string,
) {
  return texts([
    meet ? `Where to meet: ${meet}` : city && `In ${city}.`,
    language && `Guided in ${language}.`,
    confirmationText(confirmation, locale),
  ]);
}

function times(one: Amount, quantity: number): Amount {
  return { ...one, amount: one.amount * quantity };
}

/** An item's price without its fee, and the fee. */
function without(price: Amount, fee: Amount): { price: Amount; fee: Amount } {
  const part = Math.min(fee.amount, price.amount);
  return { price: { ...price, amount: price.amount - part }, fee: { ...price, amount: part } };
}
