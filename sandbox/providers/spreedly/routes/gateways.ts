import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { testCards } from '../cards';
import { problem } from '../problems';
import { newToken, type Sim } from '../sim';
import type { Payment, Transaction, TransactionType } from '../types';
import { transactionWire } from '../wire';
import { body, sendError } from './answers';

const amount = z.int().min(1).max(99_999_999);

const charge = z.looseObject({
  transaction: z.looseObject({
    payment_method_token: z.string(),
    amount,
    currency_code: z.string().regex(/^[A-Z]{3}$/),
    order_id: z.string().max(100).nullish(),
    retain_on_success: z.boolean().nullish(),
  }),
});
const change = z.looseObject({ transaction: z.looseObject({ amount: amount.nullish() }).nullish() });

const SUCCEEDED = 'Succeeded!';
const FAILED = 'Unable to process the purchase transaction.';

/** What servers do with cards: set money aside, take it, let it go, give it back. */
export function gatewayRoutes(sim: Sim): Hono {
  const app = new Hono();
  app.onError((error, c) => sendError(c, error));

  const answer = (c: Context, transaction: Transaction) => {
    sim.transactions.set(transaction.token, transaction);
    const wire = transactionWire(transaction, sim.methods.get(transaction.method));
    return c.json({ transaction: wire }, transaction.succeeded ? 200 : 422);
  };

  const begin = async (c: Context, type: 'Authorization' | 'Purchase') => {
    const environment = sim.authorised(c);
    const gateway = c.req.param('gateway') ?? '';
    if (!environment.gateways.includes(gateway))
      throw problem(404, 'gateway_not_found', `Unable to find the gateway ${gateway}.`);
    const { transaction: asked } = await body(c, charge);
    const method = sim.method(environment, asked.payment_method_token);
    const succeeded = testCards[method.number] === 'succeeds';
    const transaction: Transaction = {
      token: newToken(),
      environment: environment.key,
      type,
      succeeded,
      message: succeeded ? SUCCEEDED : FAILED,
      amount: asked.amount,
      currency: asked.currency_code,
      orderId: asked.order_id ?? '',
      method: method.token,
      reference: null,
      createdMs: sim.now(),
    };
    if (!succeeded) {
      sim.bookRefusal(transaction);
      return answer(c, transaction);
    }
    if (asked.retain_on_success) method.storage = 'retained';
    const { token, orderId, currency } = transaction;
    const payment: Payment = {
      token,
      environment: environment.key,
      orderId,
      amount: asked.amount,
      currency,
      method: method.token,
      captured: type === 'Purchase' ? asked.amount : 0,
      refunded: 0,
      voided: false,
    };
    sim.payments.set(token, payment);
    sim.book(payment);
    return answer(c, transaction);
  };
  app.post('/v1/gateways/:gateway/purchase.json', (c) => begin(c, 'Purchase'));
  app.post('/v1/gateways/:gateway/authorize.json', (c) => begin(c, 'Authorization'));

  /** Does something with a payment that was begun before. */
  const follow = async (
    c: Context,
    type: TransactionType,
    work: (payment: Payment, wanted: number | undefined) => number,
  ) => {
    const environment = sim.authorised(c);
    const payment = sim.payment(environment, c.req.param('token') ?? '');
    const { transaction: asked } = await body(c, change);
    const moved = work(payment, asked?.amount ?? undefined);
    sim.book(payment);
    return answer(c, {
      token: newToken(),
      environment: environment.key,
      type,
      succeeded: true,
      message: SUCCEEDED,
      amount: moved,
      currency: payment.currency,
      orderId: payment.orderId,
      method: payment.method,
      reference: payment.token,
      createdMs: sim.now(),
    });
  };

  app.post('/v1/transactions/:token/capture.json', (c) =>
    follow(c, 'Capture', (payment, wanted = payment.amount) => {
      if (payment.voided || payment.captured > 0)
        throw problem(422, 'invalid_state', 'Only what is authorised can be captured.');
      if (wanted > payment.amount)
        throw problem(422, 'invalid', 'More than was authorised cannot be captured.', 'amount');
      payment.captured = wanted;
      return wanted;
    }),
  );
  app.post('/v1/transactions/:token/void.json', (c) =>
    follow(c, 'Void', (payment) => {
      if (payment.captured > 0) throw problem(422, 'invalid_state', 'What was captured cannot be voided.');
      payment.voided = true;
      return payment.amount;
    }),
  );
  app.post('/v1/transactions/:token/credit.json', (c) =>
    follow(c, 'Credit', (payment, wanted = payment.captured - payment.refunded) => {
      if (wanted < 1 || wanted > payment.captured - payment.refunded)
        throw problem(422, 'invalid', 'More than was captured cannot be given back.', 'amount');
      payment.refunded += wanted;
      return wanted;
    }),
  );

  app.get('/v1/transactions/:file', (c) => {
    const environment = sim.authorised(c);
    const token = c.req.param('file').replace(/\.json$/, '');
    const transaction = sim.transactions.get(token);
    if (transaction?.environment !== environment.key)
      throw problem(404, 'transaction_not_found', `Unable to find the transaction ${token}.`);
    return c.json({ transaction: transactionWire(transaction, sim.methods.get(transaction.method)) });
  });
  return app;
}
