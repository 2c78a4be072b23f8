import { randomBytes } from 'node:crypto';
import Stripe from 'stripe';
import { z } from 'zod';
import { OCTO_STRIPE } from '../../../core/secrets';
import { type Card, live, type Order } from '../order/model';
import { type Authorised, type Gateway, type Outcome, refused, type Taken } from './types';

/** Statuses in which an intent's amount may still change. */
const AMENDABLE = new Set<string>(['requires_payment_method', 'requires_confirmation', 'requires_action']);

/** Stripe tells no first digits; these are its test cards', by brand. */
const BINS: Readonly<Record<string, string>> = { visa: '424242', mastercard: '555555', amex: '378282' };

const part = z
  .looseObject({
    paymentIntent: z.string().nullish(),
    setupIntent: z.string().nullish(),
    paymentMethod: z.string().nullish(),
  })
  .nullish();

interface State {
  customer: string;
  intent: string | null;
  /** Payment methods of cards that paid, by card id. */
  readonly methods: Map<string, string>;
}

/**
 * The supplier's own Stripe account. The guest confirms the intent in the page; the money is set aside and taken with
 * the booking (the documentation does not say which; a product of the scenarios takes it at once).
 * `origin` is asked for late: Stripe may start after us.
 */
export function stripeGateway(origin: () => string): Gateway {
  const states = new Map<string, State>();
  let client: Stripe | undefined;
  const stripe = () => {
    if (client) return client;
    const { hostname, port } = new URL(origin());
    client = new Stripe(OCTO_STRIPE.secretKey, {
      host: hostname,
      port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 1,
      timeout: 10_000,
    });
    return client;
  };

  const stateOf = async (order: Order): Promise<State> => {
    const known = states.get(order.id);
    if (known) return known;
    // Cards are kept for the customer, and the customer is the order: a card of one order is unknown to another.
    const customer = await stripe().customers.create({ metadata: { order: order.id } });
    const state: State = { customer: customer.id, intent: null, methods: new Map() };
    states.set(order.id, state);
    return state;
  };

  const fields = (order: Order, amount: number) => ({
    amount,
    currency: (order.currency ?? 'GBP').toLowerCase(),
    metadata: { group: order.group ?? order.id },
  });

  /** The intent of an order, made or brought up to date; one that is paid stays as it is. */
  const intentFor = async (order: Order, due: number): Promise<Stripe.PaymentIntent> => {
    const state = await stateOf(order);
    const known = state.intent ? await stripe().paymentIntents.retrieve(state.intent) : undefined;
    if (known && known.status !== 'canceled' && !spent(order, known.id)) {
      if (known.amount === due || !AMENDABLE.has(known.status)) return known;
      return stripe().paymentIntents.update(known.id, { amount: due });
    }
    const atOnce = live(order).some(({ product }) => product.behaviour?.capturesAtOnce);
    const made = await stripe().paymentIntents.create({
      ...fields(order, due),
      customer: state.customer,
      setup_future_usage: 'off_session',
      capture_method: atOnce ? 'automatic' : 'manual',
    });
    state.intent = made.id;
    return made;
  };

  const remember = async (order: Order, intent: Stripe.PaymentIntent): Promise<Card | null> => {
    const method =
      typeof intent.payment_method === 'string' ? intent.payment_method : intent.payment_method?.id;
    if (!method) return null;
    const { card } = await stripe().paymentMethods.retrieve(method);
    if (!card) return null;
    const state = await stateOf(order);
    const known = [...state.methods].find(([, one]) => one === method)?.[0];
    const id = known ?? `card_${randomBytes(9).toString('hex')}`;
    state.methods.set(id, method);
    const { brand, last4, exp_month: expMonth, exp_year: expYear } = card;
    return { id, brand, bin: BINS[brand] ?? '', last4, expMonth, expYear };
  };

  const taken = async (order: Order, intent: Stripe.PaymentIntent): Promise<Taken> => ({
    reference: intent.id,
    amount: intent.amount_received,
    notes: null,
    card: await remember(order, intent),
  });

  const authorised = (order: Order, intent: Stripe.PaymentIntent, byWebhook: boolean): Authorised => ({
    kind: 'authorised',
    byWebhook,
    take: async () => {
      if (intent.status === 'succeeded') return taken(order, intent);
      return taken(order, await stripe().paymentIntents.capture(intent.id));
    },
    letGo: async () => {
      if (intent.status === 'succeeded') await stripe().refunds.create({ payment_intent: intent.id });
      else await stripe().paymentIntents.cancel(intent.id);
    },
  });

  /** What the status of an intent means for a confirmation. */
  const judge = (order: Order, due: number, intent: Stripe.PaymentIntent, byWebhook: boolean): Outcome => {
    if (intent.status === 'processing') return { kind: 'pending' };
    if (intent.status !== 'requires_capture' && intent.status !== 'succeeded')
      return refused(intent.last_payment_error?.message ?? 'The payment has not been completed.');
    if (intent.amount !== due) return refused('The payment is for another amount than is to be paid.');
    return authorised(order, intent, byWebhook);
  };

  /** A decline is a result here; a Stripe that cannot be reached is a fault. */
  const attempt = async (work: () => Promise<Outcome>): Promise<Outcome> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeError)) throw error;
      if (error.statusCode === undefined || error.statusCode >= 500) throw error;
      return refused(error.message);
    }
  };

  return {
    id: 'stripe',
    present: async (order, due) => {
      if (due === 0) return { version: 'latest', paymentIntent: null };
      const intent = await intentFor(order, due);
      return {
        version: 'latest',
        paymentIntent: {
          id: intent.id,
          publishableKey: OCTO_STRIPE.publishableKey,
          clientSecret: intent.client_secret,
          amount: intent.amount,
          currency: intent.currency,
        },
      };
    },
    authorise: (order, due, sent) =>
      attempt(async () => {
        const read = part.safeParse(sent.stripe);
        const { paymentIntent, paymentMethod } = (read.success && read.data) || {};
        const intent = await intentFor(order, due);
        if (paymentIntent && paymentIntent !== intent.id)
          return refused('The payment intent is not the one of this order.');
        if (paymentIntent) {
          const outcome = judge(order, due, intent, true);
          // Paid in another amount than the order has now: it can never be right, so it is let go for a new one.
          if (outcome.kind === 'refused' && intent.status === 'requires_capture')
            await stripe().paymentIntents.cancel(intent.id);
          return outcome;
        }
        if (!paymentMethod)
          return refused('cardPayment.stripe must name the paymentIntent or a paymentMethod.');
        const confirmed = await stripe().paymentIntents.confirm(intent.id, {
          payment_method: paymentMethod,
          error_on_requires_action: true,
        });
        return judge(order, due, confirmed, false);
      }),
    again: (order, due, card) =>
      attempt(async () => {
        const state = await stateOf(order);
        const method = state.methods.get(card.id);
        if (!method) return refused('The card cannot be used again.');
        const intent = await stripe().paymentIntents.create({
          ...fields(order, due),
          customer: state.customer,
          payment_method: method,
          capture_method: 'manual',
          confirm: true,
          off_session: true,
        });
        return judge(order, due, intent, false);
      }),
    refund: async (_order, payment, amount) => {
      await stripe().refunds.create(
        { payment_intent: payment.reference, amount },
        { idempotencyKey: `refund-${payment.id}-${payment.refunded}` },
      );
    },
    close: async (order) => {
      const id = states.get(order.id)?.intent;
      if (!id || spent(order, id)) return;
      const intent = await stripe().paymentIntents.retrieve(id);
      if (AMENDABLE.has(intent.status) || intent.status === 'requires_capture')
        await stripe().paymentIntents.cancel(id);
    },
    deposit: async (order, amount) => {
      const state = await stateOf(order);
      const intent = await stripe().paymentIntents.create({
        ...fields(order, amount),
        metadata: { ...fields(order, amount).metadata, purpose: 'deposit' },
        customer: state.customer,
        payment_method: 'pm_card_visa',
        setup_future_usage: 'off_session',
        confirm: true,
      });
      return taken(order, intent);
    },
    reset: () => states.clear(),
  };
}

/** True when an intent's money is written down already, so that the next sum needs another. */
function spent(order: Order, intent: string): boolean {
  return order.payments.some(({ reference }) => reference === intent);
}
