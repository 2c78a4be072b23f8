import { type Context, Hono } from 'hono';
import { random } from '../../../core/random';
import { accountOf, appOf } from '../access';
import { bodyOf } from '../fields';
import { v2 } from '../problems';
import { newUuid, paid, type Sim, sumOf } from '../sim';
import type { Payment, PaymentRequest, Refund } from '../types';
import { paymentV2, refundV2, requestV2 } from '../wire/v2';
import { day, integer, moment, numberOf, words } from './current-fields';
import { newestFirst } from './requests';

const ROOT = '/v2/tikkie';
const ONE = `${ROOT}/paymentrequests/:request`;

/** Version 2: an app token instead of platforms, payments at an address of their own, and refunds. */
export function currentRoutes(sim: Sim): Hono {
  const app = new Hono();

  app.post(`${ROOT}/sandboxapps`, (c) => {
    const { apiKey } = accountOf(c);
    const appToken = newUuid();
    sim.apps.set(appToken, apiKey);
    return c.json({ appToken }, 201);
  });

  app.post(`${ROOT}/paymentrequests`, async (c) => {
    const owner = { version: 2, app: appOf(c, sim) } as const;
    const body = await bodyOf(c);
    const made = sim.make(owner, {
      amount: integer(body, 'amountInCents', 'AMOUNT_IN_CENTS', 1, 999_999),
      description: words(body, 'description', 'DESCRIPTION') ?? missing('DESCRIPTION'),
      externalId: words(body, 'referenceId', 'REFERENCE_ID'),
      expiresMs: day(body, 'expiryDate', 'EXPIRY_DATE'),
    });
    return c.json(requestV2(sim, made), 201);
  });

  app.get(`${ROOT}/paymentrequests`, (c) => {
    const app = appOf(c, sim);
    const [page, size] = paging(c);
    const from = moment(c, 'fromDateTime', 'fromDate') ?? 0;
    const to = moment(c, 'toDateTime', 'toDate') ?? Infinity;
    const found = newestFirst(ofApp(sim, app)).filter(
      ({ createdMs }) => createdMs >= from && createdMs <= to,
    );
    const rows = found.slice(page * size, (page + 1) * size);
    return c.json({
      paymentRequests: rows.map((one) => requestV2(sim, one)),
      totalElementCount: found.length,
    });
  });

  app.get(ONE, (c) => c.json(requestV2(sim, requestOf(c, sim))));

  app.get(`${ONE}/payments`, (c) => {
    const request = requestOf(c, sim);
    const [page, size] = paging(c);
    const rows = paid(request);
    const shown = rows.slice(page * size, (page + 1) * size);
    return c.json({
      payments: shown.map((one) => paymentV2(request, one)),
      totalElementCount: rows.length,
    });
  });

  app.get(`${ONE}/payments/:payment`, (c) => {
    const request = requestOf(c, sim);
    return c.json(paymentV2(request, paymentOf(c, request)));
  });

  app.post(`${ONE}/payments/:payment/refunds`, async (c) => {
    const request = requestOf(c, sim);
    const payment = paymentOf(c, request);
    const body = await bodyOf(c);
    const amount =
      integer(body, 'amountInCents', 'AMOUNT_IN_CENTS', 1, 999_999) ?? missing('AMOUNT_IN_CENTS');
    const description = words(body, 'description', 'DESCRIPTION') ?? missing('DESCRIPTION');
    if (amount > payment.amount - sumOf(payment.refunds)) throw v2.refundTooLarge();
    const refund: Refund = {
      token: random(22),
      amount,
      description,
      reference: words(body, 'referenceId', 'REFERENCE_ID'),
      createdMs: sim.now(),
      status: 'PAID',
    };
    payment.refunds.push(refund);
    sim.book(request);
    return c.json(refundV2(refund), 201);
  });

  app.get(`${ONE}/payments/:payment/refunds/:refund`, (c) => {
    const { refunds } = paymentOf(c, requestOf(c, sim));
    const refund = refunds.find(({ token }) => token === c.req.param('refund'));
    if (!refund) throw v2.noRefund();
    return c.json(refundV2(refund));
  });
  return app;
}

function missing(name: string): never {
  throw v2.field(name, 'MISSING');
}

const paging = (c: Context) =>
  [
    numberOf(c, 'pageNumber', 'PAGE_NUMBER', 0, 100_000),
    numberOf(c, 'pageSize', 'PAGE_SIZE', 1, 100),
  ] as const;

function ofApp(sim: Sim, app: string): PaymentRequest[] {
  return [...sim.requests.values()].filter(({ owner }) => owner.version === 2 && owner.app === app);
}

function requestOf(c: Context, sim: Sim): PaymentRequest {
  const request = ofApp(sim, appOf(c, sim)).find(({ token }) => token === c.req.param('request'));
  if (!request) throw v2.noRequest();
  return request;
}

function paymentOf(c: Context, request: PaymentRequest): Payment {
  const payment = paid(request).find(({ token }) => token === c.req.param('payment'));
  if (!payment) throw v2.noPayment();
  return payment;
}
