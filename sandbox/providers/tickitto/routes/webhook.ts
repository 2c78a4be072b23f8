import { Hono } from 'hono';
import type Stripe from 'stripe';
import { TICKITTO_WEBHOOK_PATH } from '../../../core/secrets';
import { bookBasket, failItem } from '../basket/booking';
import type { Basket } from '../basket/model';
import { chargeable, shares, totals } from '../basket/totals';
import type { Desk } from '../desk';

/** Takes Stripe's word, and only Stripe's: the signature is checked with the official client. */
export function webhookRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.post(TICKITTO_WEBHOOK_PATH, async (c) => {
    let event: Stripe.Event;
    try {
      event = desk.stripe.event(await c.req.text(), c.req.header('stripe-signature') ?? '');
    } catch (error) {
      return c.json({ error: error instanceof Error ? error.message : String(error) }, 400);
    }
    // Stripe delivers at least once, and now and then twice.
    if (!desk.store.seenWebhooks.has(event.id)) await receive(desk, event);
    desk.store.seenWebhooks.add(event.id);
    return c.json({ received: true });
  });
  return app;
}

async function receive(desk: Desk, event: Stripe.Event): Promise<void> {
  if (event.type !== 'payment_intent.succeeded' && event.type !== 'payment_intent.payment_failed') return;
  const intent = event.data.object;
  const basket = desk.store.baskets.get(intent.metadata.basket_id ?? '');
  if (!basket || basket.intent !== intent.id) return;
  const take = event.type === 'payment_intent.succeeded' ? succeeded : failed;
  const work = () => desk.store.exclusive(basket.id, async () => take(desk, basket, intent));
  const held = desk.store.holdingWebhooks || basket.items.some((item) => item.event.behaviour?.webhookHeld);
  if (!held) return work();
  desk.store.heldWebhooks.set(basket.id, [...(desk.store.heldWebhooks.get(basket.id) ?? []), work]);
}

function isOpen(basket: Basket): boolean {
  return basket.status === 'not_checked_out' || basket.status === 'payment_failed';
}

function succeeded(desk: Desk, basket: Basket, intent: Stripe.PaymentIntent): void {
  if (!isOpen(basket)) return;
  const { total } = totals(basket);
  if (intent.amount_received === total) {
    // Not awaited: Stripe is answered at once and the venue confirms when it likes.
    void bookBasket(desk, basket);
    return;
  }
  // Paid in another amount than the basket has now: nothing is booked, and the money waits to be given back.
  const due = shares(basket);
  for (const item of chargeable(basket)) {
    item.paid = Math.floor(((due.get(item.id) ?? 0) * intent.amount_received) / Math.max(total, 1));
    failItem(desk, basket, item);
  }
  basket.status = 'checked_out_with_errors';
}

function failed(_desk: Desk, basket: Basket): void {
  // A refusal that arrives late must not undo a payment that came after it.
  if (isOpen(basket)) basket.status = 'payment_failed';
}
