import { Hono } from 'hono';
import { z } from 'zod';
import { sendBasket } from '../answers';
import { bookBasket, noteBooking } from '../basket/booking';
import { holdAgain, lapsed, release } from '../basket/holds';
import { assertOpen, assertUnpaid, followBasket, prepareIntent } from '../basket/intent';
import type { Basket, PaymentMethod } from '../basket/model';
import { giveBack } from '../basket/refunds';
import { chargeable, totals } from '../basket/totals';
import type { Desk } from '../desk';
import { CURRENCIES } from '../money';
import { Refusal } from '../refusals';
import { body, query } from '../request';
import { basketQuery, customerInput, findBasket } from './input';

const cancelQuery = z.object({ order_id: z.string(), item_id: z.string() });

/** The three ways on from a full basket: pay through Stripe, book on account, and cancel what was booked. */
export function checkoutRoutes(desk: Desk): Hono {
  const app = new Hono();

  app.post('/api/basket/stripe_object', async (c) => {
    const { basket_id } = query(c, basketQuery);
    const customer = await body(c, customerInput);
    const basket = findBasket(desk, basket_id);
    return desk.store.exclusive(basket.id, async () => {
      assertMethod(basket, 'stripe');
      await assertUnpaid(desk, basket);
      if (customer.currency && CURRENCIES.includes(customer.currency)) basket.currency = customer.currency;
      await bringUpToDate(desk, basket);
      const intent = await prepareIntent(desk, basket, customer.email);
      // A new try: the refusal of the last one is history.
      basket.status = 'not_checked_out';
      return c.json({
        stripe_payment_intent: intent.id,
        stripe_payment_intent_secret: intent.client_secret,
        customer,
      });
    });
  });

  app.post('/api/basket/checkout', async (c) => {
    const { basket_id } = query(c, basketQuery);
    await body(c, customerInput);
    const basket = findBasket(desk, basket_id);
    const done = await desk.store.exclusive(basket.id, async () => {
      assertMethod(basket, 'tickitto');
      // Asking again is answered with what came of it, never with a second booking.
      if (basket.status === 'checked_out' || basket.status === 'checked_out_with_errors')
        return { booked: Promise.resolve() };
      assertOpen(basket, 'basket_error.status_conflict');
      await bringUpToDate(desk, basket);
      return { booked: bookBasket(desk, basket) };
    });
    await done.booked;
    return sendBasket(desk, c, basket);
  });

  app.post('/api/basket/cancel', async (c) => {
    const { order_id, item_id } = query(c, cancelQuery);
    const basket = findBasket(desk, order_id);
    return desk.store.exclusive(basket.id, async () => {
      const item = basket.items.find(({ id }) => id === item_id);
      if (!item) throw new Refusal('basket_error.item_not_found', { loc: ['query', 'item_id'] });
      if (item.status !== 'booked') throw new Refusal('basket_error.item_status_conflict');
      if (!item.event.cancellation.allowed) throw new Refusal('basket_error.not_cancellable');
      item.status = 'cancelling';
      try {
        await giveBack(desk, basket, item);
      } catch (error) {
        item.status = 'booked';
        throw error;
      }
      item.status = 'cancelled';
      release(desk, basket, item, 'released');
      noteBooking(desk, basket, item, 'cancelled');
      return sendBasket(desk, c, basket);
    });
  });
  return app;
}

function assertMethod(basket: Basket, method: PaymentMethod): void {
  if (basket.method === method) return;
  throw new Refusal('basket_error.payment_mismatch', { msg: `was: ${basket.method}, should be: ${method}` });
}

/** Holds again what lapsed and lets prices rise that do so at this point; refuses when nothing is left to sell. */
async function bringUpToDate(desk: Desk, basket: Basket): Promise<void> {
  for (const item of basket.items) {
    if (lapsed(desk, item) || item.status === 'reservation_pending') holdAgain(desk, basket, item);
    item.raised = Math.max(item.raised, item.event.behaviour?.risesPercent ?? 0);
  }
  const toPay = basket.method === 'stripe' ? totals(basket).total : 1;
  if (chargeable(basket).length > 0 && toPay > 0) return;
  // An intent of before must not be payable for a basket that has nothing in it.
  await followBasket(desk, basket);
  throw new Refusal('basket_error.not_processable');
}
