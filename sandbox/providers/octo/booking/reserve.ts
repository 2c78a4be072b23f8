import { createHash, randomUUID } from 'node:crypto';
import type { Desk } from '../desk';
import { assertJoinable, hold as holdOrder, newOrder } from '../order/hold';
import type { Order } from '../order/model';
import { Refusal, unprocessable } from '../refusals';
import type { Session } from '../session';
import { choose, reference, unitItems } from './choose';
import { merge } from './contact';
import { lapse, noteHold, take } from './hold';
import type { ReservationInput } from './input';
import { type Booking, nobody } from './model';
import { atHold, currenciesOf, itemPricing, totalPricing } from './price';
import { assertAllowed } from './restrict';

/**
 * Holds tickets. The caller's uuid makes it happen once: the same asked again is the booking of before as it stands
 * now, something else under the same uuid is refused. Nothing changes when it refuses.
 */
export async function reserve(desk: Desk, session: Session, input: ReservationInput): Promise<Booking> {
  const uuid = input.uuid ?? randomUUID();
  const { connection } = session;
  return desk.store.exclusive(`${connection.id}/${uuid}`, async () => {
    const fingerprint = createHash('sha256').update(JSON.stringify(input)).digest('hex');
    const known = desk.store.booking(connection, uuid);
    if (known?.fingerprint === fingerprint) return known;
    if (known) throw unprocessable('The uuid belongs to another booking.');
    const order = input.orderId ? needOrder(desk, session, input.orderId) : newOrder(desk, session);
    return desk.store.exclusive(order.id, () => place(desk, order, uuid, fingerprint, input));
  });
}

function needOrder(desk: Desk, session: Session, id: string): Order {
  const order = desk.store.orders.get(id);
  if (order?.connection === session.connection) return order;
  throw new Refusal('INVALID_ORDER_ID', undefined, { id, orderId: id });
}

async function place(
  desk: Desk,
  order: Order,
  uuid: string,
  fingerprint: string,
  input: ReservationInput,
): Promise<Booking> {
  const now = desk.world.clock.now();
  await lapse(desk, order);
  const { product, option, slot } = choose(desk, input);
  const items = unitItems(option, input.unitItems);
  assertAllowed(
    option,
    items.map(({ unit }) => unit),
  );
  assertSettlement(order, input.settlementMethod);
  const currency = input.currency ?? order.currency ?? product.currency;
  if (!currenciesOf(product).includes(currency))
    throw new Refusal('BAD_REQUEST', `currency: ${currency} is not one that this product is sold in.`);
  if (order.currency !== null && order.currency !== currency)
    throw unprocessable(`The order is in ${order.currency}.`);
  const at = atHold(desk, product, slot, currency);
  for (const item of items) item.pricing = itemPricing(product, item.unit, at);
  const booking: Booking = {
    id: randomUUID(),
    uuid,
    fingerprint,
    order,
    supplierReference: reference('NB'),
    resellerReference: input.resellerReference ?? null,
    product,
    option,
    slot,
    unitItems: items,
    contact: merge(nobody(), input.contact),
    notes: input.notes ?? null,
    emailReceipt: input.emailReceipt ?? false,
    metadata: input.metadata ?? null,
    status: 'ON_HOLD',
    holding: false,
    createdMs: now,
    updatedMs: now,
    confirmedMs: null,
    redeemedMs: null,
    cancellation: null,
    pricing: totalPricing(product, option, items, at),
    voucher: null,
  };
  assertJoinable(desk, order);
  if (product.behaviour?.goneAtHold || !take(desk, booking)) throw unprocessable('Not enough is left.');
  order.currency = currency;
  order.gateway ??= desk.store.gateways.get(product.id) ?? product.gateway;
  order.group ??= uuid;
  order.returnUrl = input.returnUrl ?? order.returnUrl;
  order.bookings.push(booking);
  desk.store.orders.set(order.id, order);
  desk.store.add(booking);
  holdOrder(desk, order, input.expirationMinutes ?? null, product.behaviour?.holdMs);
  noteHold(desk, booking, 'held');
  await depositFor(desk, booking);
  return booking;
}

/** Refuses a settlement method that the contract does not have. */
export function assertSettlement(order: Order, method: string | null | undefined): void {
  const { settlement } = order.connection;
  if (method && method !== settlement) throw unprocessable(`settlementMethod must be ${settlement}.`);
}

/** Takes what the guest has paid before, in a product of the scenarios: with a card that can be used again. */
async function depositFor(desk: Desk, booking: Booking): Promise<void> {
  const { order, product, pricing } = booking;
  const percent = product.behaviour?.depositPercent;
  const deposit = order.gateway === null ? undefined : desk.gateways[order.gateway].deposit;
  if (!percent || !deposit || order.gateway === null || order.connection.settlement !== 'DIRECT') return;
  const taken = await deposit(order, Math.round((pricing.retail * percent) / 100));
  order.payments.push({
    ...taken,
    id: randomUUID(),
    gateway: order.gateway,
    refunded: 0,
    atMs: desk.world.clock.now(),
  });
}
