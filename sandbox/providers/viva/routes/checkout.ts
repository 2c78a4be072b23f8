import { Hono } from 'hono';
import { z } from 'zod';
import { Digits } from '../../../core/digits';
import { bearer } from '../access';
import type { Merchant } from '../merchants';
import { lettersOf, major, numberOf } from '../money';
import { VivaProblem } from '../problems';
import type { Sim } from '../sim';
import type { PaymentOrder, Transaction } from '../types';
import { send, sendError } from './answers';

const text = z.string().max(2048).nullish();

/** `POST /checkout/v2/orders`, as far as it changes anything here. */
const orderInput = z.looseObject({
  amount: z.int().min(1).max(99_999_999),
  customerTrns: text,
  merchantTrns: text,
  customer: z
    .looseObject({
      email: text,
      fullName: text,
      requestLang: z
        .string()
        .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
        .nullish(),
    })
    .nullish(),
  sourceCode: z.union([z.string(), z.int().transform(String)]).nullish(),
  currencyCode: z.union([z.string(), z.int().transform(String)]).nullish(),
  /** Seconds. */
  paymentTimeout: z.int().min(1).max(65_535).nullish(),
});

/** How long an order may be paid unless something else is asked for. */
const TIMEOUT_SECONDS = 1800;

/** The newer API, behind a token: orders and transactions. */
export function checkoutRoutes(sim: Sim): Hono {
  const app = new Hono();
  app.onError((error, c) => sendError(c, error));

  app.post('/checkout/v2/orders', async (c) => {
    const merchant = bearer(c, sim);
    const parsed = orderInput.safeParse(await c.req.json().catch(() => null));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new VivaProblem(400, `${issue?.path.join('.') || 'body'}: ${issue?.message}`);
    }
    const order = make(sim, merchant, parsed.data);
    return send(c, { orderCode: new Digits(order.code) });
  });

  app.get('/checkout/v2/transactions/:id', (c) => {
    const merchant = bearer(c, sim);
    const found = sim.transaction(c.req.param('id'));
    if (found?.order.merchantId !== merchant.id) throw new VivaProblem(404, 'Transaction was not found', 404);
    return send(c, transactionWire(found.order, found.transaction));
  });
  return app;
}

function make(sim: Sim, merchant: Merchant, input: z.infer<typeof orderInput>): PaymentOrder {
  const code = input.sourceCode ?? merchant.sources[0]?.code;
  const source = merchant.sources.find((one) => one.code === code);
  if (!source) throw new VivaProblem(403, 'The source code is not one of the merchant’s', 2039);
  const currency = input.currencyCode ? lettersOf(input.currencyCode) : merchant.currency;
  if (!currency) throw new VivaProblem(400, 'The currency is not supported');
  const order: PaymentOrder = {
    code: sim.newCode(),
    merchantId: merchant.id,
    source: source.code,
    amount: input.amount,
    currency,
    customerTrns: input.customerTrns ?? '',
    merchantTrns: input.merchantTrns ?? '',
    email: input.customer?.email ?? null,
    fullName: input.customer?.fullName ?? null,
    lang: input.customer?.requestLang ?? 'en-GB',
    createdMs: sim.now(),
    expiresMs: sim.now() + (input.paymentTimeout ?? TIMEOUT_SECONDS) * 1000,
    cancelled: false,
    transactions: [],
  };
  sim.orders.set(order.code, order);
  sim.book(order);
  // The ledger learns by itself that nobody can pay it any more.
  sim.world.later(order.expiresMs - sim.now(), () => sim.book(order));
  return order;
}

/** A transaction as it is told; amounts are major units here, other than in an order. */
function transactionWire(order: PaymentOrder, transaction: Transaction): Record<string, unknown> {
  return {
    email: order.email,
    amount: major(order.amount),
    orderCode: new Digits(order.code),
    statusId: transaction.status,
    fullName: transaction.fullName,
    insDate: new Date(transaction.createdMs).toISOString(),
    cardNumber: transaction.card.masked,
    currencyCode: numberOf(order.currency),
    customerTrns: order.customerTrns,
    merchantTrns: order.merchantTrns,
    cardTypeId: transaction.card.typeId,
    transactionTypeId: 5,
    recurringSupport: false,
    totalInstallments: 0,
    currentInstallment: 0,
  };
}
