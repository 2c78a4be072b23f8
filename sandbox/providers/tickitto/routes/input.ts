import { z } from 'zod';
import type { Basket, Session } from '../basket/model';
import type { Desk } from '../desk';
import { Refusal } from '../refusals';

/** The query parameter that names a basket. */
export const basketQuery = z.object({ basket_id: z.string() });

/** The query parameters that name an item of a basket. */
export const itemQuery = basketQuery.extend({ item_id: z.string() });

/** `Customer`: who buys, for `stripe_object` and `checkout`. */
export const customerInput = z.object({
  first_name: z.string().min(1),
  last_name: z.string().min(1),
  phone_number: z.string().regex(/^\+?[0-9]{2,15}$/, 'digits with an optional + in front, 2 to 15 of them'),
  email: z.email(),
  currency: z.string().length(3).nullish(),
  billing_details: z
    .object({
      first_name: z.string().nullish(),
      last_name: z.string().nullish(),
      address: z.record(z.string(), z.string().nullable()).nullish(),
    })
    .nullish(),
  agent_pin: z.string().nullish(),
});

/** The basket of a call; its type is `reservation_error.…` on every basket route, odd as that reads. */
export function findBasket(desk: Desk, id: string): Basket {
  const basket = desk.store.baskets.get(id);
  if (!basket) throw new Refusal('reservation_error.basket_not_found', { loc: ['query', 'basket_id'] });
  return basket;
}

/** The availability session that lets something be added to a basket. */
export function findSession(desk: Desk, id: string, basketId: string): Session {
  const session = desk.store.sessions.get(id);
  if (!session)
    throw new Refusal('basket_error.session_not_found', { loc: ['query', 'availability_session_id'] });
  const foreign = session.basketId !== null && session.basketId !== basketId;
  if (foreign || session.endMs <= desk.world.clock.now()) throw new Refusal('basket_error.invalid_session');
  return session;
}
