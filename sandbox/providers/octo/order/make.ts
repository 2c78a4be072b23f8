import type { z } from 'zod';
import { merge } from '../booking/contact';
import type { orderInput } from '../booking/input';
import { assertSettlement } from '../booking/reserve';
import { PRODUCTS } from '../catalogue';
import type { GatewayId } from '../catalogue/types';
import type { Desk } from '../desk';
import { Refusal } from '../refusals';
import type { Session } from '../session';
import { hold, newOrder } from './hold';
import type { Order } from './model';

/** An empty order that is remembered. `gatewayId` chooses among the supplier's gateways before a product does. */
export function makeOrder(desk: Desk, session: Session, input: z.infer<typeof orderInput>): Order {
  const order = newOrder(desk, session);
  assertSettlement(order, input.settlementMethod);
  if (input.currency && !PRODUCTS.some(({ currency }) => currency === input.currency))
    throw new Refusal('BAD_REQUEST', `currency: nothing is sold in ${input.currency}.`);
  if (input.gatewayId && !isGateway(desk, input.gatewayId))
    throw new Refusal('BAD_REQUEST', `gatewayId: there is no gateway ${input.gatewayId}.`);
  if (input.gatewayId && isGateway(desk, input.gatewayId)) order.gateway = input.gatewayId;
  order.currency = input.currency ?? null;
  order.contact = merge(order.contact, input.contact);
  order.emailReceipt = input.emailReceipt ?? false;
  order.returnUrl = input.returnUrl ?? null;
  hold(desk, order, input.expirationMinutes ?? null);
  desk.store.orders.set(order.id, order);
  return order;
}

function isGateway(desk: Desk, id: string): id is GatewayId {
  return Object.hasOwn(desk.gateways, id);
}
