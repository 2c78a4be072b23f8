import type { Order } from '../../order/model';
import { adyenApi } from './api';
import { States } from './attempts';

/** Around the gateway. */
export interface AdyenWorld {
  /** Asked for late: Adyen may start after us. */
  origin(): string;
  now(): number;
  readonly shopOrigin: string;
  /** Runs work while nobody else does anything with the order. */
  locked<T>(order: Order, work: () => Promise<T>): Promise<T>;
}

/** What every part of the gateway works with. */
export interface Adyen {
  readonly world: AdyenWorld;
  readonly api: ReturnType<typeof adyenApi>;
  readonly states: States;
  /** What sessions and payments of an order share. */
  fields(order: Order, due: number): Record<string, unknown>;
}

export function adyenDesk(world: AdyenWorld): Adyen {
  return {
    world,
    api: adyenApi(world.origin),
    states: new States(),
    fields: (order, due) => ({
      amount: { value: due, currency: order.currency ?? 'EUR' },
      reference: order.group ?? order.id,
      returnUrl: order.returnUrl ?? world.shopOrigin,
      // A card is kept for the order: another order's guest must not see it.
      shopperReference: order.id,
    }),
  };
}
