import type { Desk } from '../desk';
import { shownStatus } from '../order/model';
import { Refusal, unprocessable } from '../refusals';
import { choose, unitItems } from './choose';
import { merge } from './contact';
import { give, lapse, noteBooking, noteHold, take } from './hold';
import type { UpdateInput } from './input';
import type { Booking } from './model';
import { atHold, itemPricing, totalPricing } from './price';
import { assertSettlement } from './reserve';
import { assertAllowed } from './restrict';

/** True while a booking may be changed. */
export function isUpdatable(booking: Booking): boolean {
  return ['ON_HOLD', 'CONFIRMED'].includes(shownStatus(booking));
}

/**
 * Changes a booking; what is left out stays. A hold can become anything. What is confirmed keeps its product and time,
 * and may get more tickets: the order then has something to pay, and they come with the next confirmation.
 */
export async function update(desk: Desk, booking: Booking, input: UpdateInput): Promise<void> {
  await lapse(desk, booking.order);
  if (!isUpdatable(booking))
    throw unprocessable(`A booking that is ${shownStatus(booking)} cannot be updated.`);
  assertSettlement(booking.order, input.settlementMethod);
  if (input.currency && input.currency !== booking.order.currency)
    throw new Refusal('BAD_REQUEST', `currency: the booking is in ${booking.order.currency}.`);
  if (input.unitItems || input.productId || input.optionId || input.availabilityId)
    choice(desk, booking, input);
  booking.contact = merge(booking.contact, input.contact);
  booking.notes = input.notes ?? booking.notes;
  booking.resellerReference = input.resellerReference ?? booking.resellerReference;
  booking.emailReceipt = input.emailReceipt ?? booking.emailReceipt;
  booking.metadata = input.metadata ?? booking.metadata;
  booking.order.returnUrl = input.returnUrl ?? booking.order.returnUrl;
  booking.updatedMs = desk.world.clock.now();
}

function choice(desk: Desk, booking: Booking, input: UpdateInput): void {
  const wanted = choose(desk, {
    productId: input.productId ?? booking.product.id,
    optionId: input.optionId ?? booking.option.id,
    availabilityId: input.availabilityId ?? booking.slot?.id ?? null,
  });
  const moved = wanted.option !== booking.option || wanted.slot?.id !== booking.slot?.id;
  if (moved && booking.status === 'CONFIRMED') throw unprocessable('What is confirmed cannot be moved.');
  const asked = input.unitItems ?? booking.unitItems.map(({ uuid, unit }) => ({ uuid, unitId: unit.id }));
  const items = unitItems(wanted.option, asked, booking.unitItems);
  assertAllowed(
    wanted.option,
    items.map(({ unit }) => unit),
  );
  const at = atHold(desk, wanted.product, wanted.slot, booking.pricing.currency);
  // Tickets that stay keep the price at which they were held, unless they are moved.
  for (const item of items)
    item.pricing = (moved ? null : item.pricing) ?? itemPricing(wanted.product, item.unit, at);
  const pricing =
    moved || wanted.product.pricingPer === 'UNIT'
      ? totalPricing(wanted.product, wanted.option, items, at)
      : booking.pricing;
  if (booking.status === 'CONFIRMED' && pricing.retail < booking.pricing.retail)
    throw unprocessable('Tickets that are confirmed are cancelled, and not taken out.');
  const before = { ...booking };
  give(desk, booking);
  Object.assign(booking, { ...wanted, unitItems: items, pricing });
  if (!take(desk, booking)) {
    Object.assign(booking, before, { holding: false });
    take(desk, booking);
    throw unprocessable('Not enough is left.');
  }
  if (booking.status === 'ON_HOLD') noteHold(desk, booking, 'held');
  else noteBooking(desk, booking, 'booked');
}
