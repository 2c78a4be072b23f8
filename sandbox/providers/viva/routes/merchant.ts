import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { Digits } from '../../../core/digits';
import { merchantKey } from '../access';
import { major, numberOf } from '../money';
import { VivaProblem } from '../problems';
import type { Sim } from '../sim';
import { type PaymentOrder, STATE_IDS, type Transaction } from '../types';
import { notify } from '../webhooks';
import { send, sendError } from './answers';

const DAY_MS = 24 * 3_600_000;

/** The older API, behind merchant id and API key: looking at orders, ending them, and giving money back. */
export function merchantRoutes(sim: Sim): Hono {
  const app = new Hono();
  app.onError((error, c) => sendError(c, error));

  const orderOf = (c: Context, code: string): PaymentOrder => {
    const merchant = merchantKey(c, sim);
    const order = sim.orders.get(code);
    if (order?.merchantId !== merchant.id) throw new VivaProblem(404, 'Order was not found', 404);
    return order;
  };

  app.get('/api/orders/:code', (c) => {
    const order = orderOf(c, c.req.param('code'));
    return send(c, {
      OrderCode: new Digits(order.code),
      SourceCode: order.source,
      RequestAmount: major(order.amount),
      StateId: STATE_IDS[sim.stateOf(order)],
      ExpirationDate: new Date(order.expiresMs).toISOString(),
      MerchantTrns: order.merchantTrns,
      CustomerTrns: order.customerTrns,
    });
  });

  app.delete('/api/orders/:code', (c) => {
    const order = orderOf(c, c.req.param('code'));
    if (sim.stateOf(order) === 'paid') throw new VivaProblem(409, 'The order was paid', 409);
    order.cancelled = true;
    sim.book(order);
    return send(c, { OrderCode: new Digits(order.code), ...SUCCESS, TimeStamp: sim.world.clock.iso() });
  });

  app.get('/api/transactions', (c) => {
    const order = orderOf(c, c.req.query('ordercode') ?? '');
    return send(c, {
      Transactions: order.transactions.map((one) => ({
        TransactionId: one.id,
        StatusId: one.status,
        Amount: major(order.amount),
        Order: { OrderCode: new Digits(order.code) },
        InsDate: new Date(one.createdMs).toISOString(),
        CurrencyCode: numberOf(order.currency),
        MerchantTrns: order.merchantTrns,
      })),
      ...SUCCESS,
    });
  });

  app.delete('/api/transactions/:id', (c) => {
    const found = sim.transaction(c.req.param('id'));
    if (!found) throw new VivaProblem(404, 'Transaction was not found', 404);
    const order = orderOf(c, found.order.code);
    const amount = Number(c.req.query('amount') ?? order.amount);
    giveBack(sim, order, found.transaction, amount);
    return send(c, { StatusId: 'F', TransactionId: randomUUID(), Amount: major(amount), ...SUCCESS });
  });

  /** What an address answers to which Viva shall send notices. */
  app.get('/api/messages/config/token', (c) => send(c, { Key: merchantKey(c, sim).webhook.key }));
  return app;
}

const SUCCESS = { ErrorCode: 0, ErrorText: null, EventId: 0, Success: true } as const;

/** Gives back `amount` minor units. On the day of the payment, and whole, it is as though it had never been. */
function giveBack(sim: Sim, order: PaymentOrder, transaction: Transaction, amount: number): void {
  const rest = order.amount - transaction.refunded;
  if (transaction.status !== 'F' && transaction.status !== 'R')
    throw new VivaProblem(409, 'Only what was paid can be given back', 409);
  if (!Number.isInteger(amount) || amount < 1 || amount > rest)
    throw new VivaProblem(400, `amount: between 1 and ${rest}`);
  transaction.refunded += amount;
  const whole = transaction.refunded === order.amount;
  const sameDay = sim.now() - transaction.createdMs < DAY_MS;
  if (whole) transaction.status = sameDay && amount === order.amount ? 'X' : 'R';
  sim.book(order);
  notify(sim, 'reversed', order, transaction);
}
