import { Hono } from 'hono';
import { bodyOf, cents, count, moment, optional, text } from '../fields';
import { v1 } from '../problems';
import type { Sim } from '../sim';
import type { PaymentRequest, User } from '../types';
import { requestV1 } from '../wire/v1';
import { platformOf, userOf } from './platforms';

/** The most rows of a page. Not published. */
const MOST_ROWS = 100;

const USER = '/v1/tikkie/platforms/:platform/users/:user';

/** Payment requests, version 1. There is no way to close one, and none to give money back. */
export function requestRoutes(sim: Sim): Hono {
  const app = new Hono();

  app.post(`${USER}/bankaccounts/:account/paymentrequests`, async (c) => {
    const user = userOf(c, sim);
    const { usage } = platformOf(c, sim);
    if (c.req.param('account') !== user.bankAccount.token) throw v1.field('bankAccountToken');
    const body = await bodyOf(c);
    if (text(body, 'currency', 3, 3) !== 'EUR') throw v1.field('currency');
    const externalId =
      usage === 'PAYMENT_REQUEST_FOR_MYSELF'
        ? text(body, 'externalId', 1, 35)
        : optional(body, 'externalId', 1, 35);
    const owner = {
      version: 1,
      platform: user.platform,
      user: user.token,
      bankAccount: user.bankAccount.token,
    } as const;
    const description = text(body, 'description', 1, 35);
    const made = sim.make(owner, { amount: cents(body), description, externalId });
    return c.json(
      { paymentRequestUrl: sim.urlOf(made), paymentRequestToken: made.token, externalId: made.externalId },
      201,
    );
  });

  app.get(`${USER}/paymentrequests`, (c) => {
    const user = userOf(c, sim);
    const offset = count(c, 'offset', 0, 1_000_000);
    const limit = count(c, 'limit', 1, MOST_ROWS);
    const from = moment(c, 'fromDate') ?? 0;
    const to = moment(c, 'toDate') ?? Infinity;
    const found = newestFirst(ofUser(sim, user)).filter(
      ({ createdMs }) => createdMs >= from && createdMs <= to,
    );
    const page = found.slice(offset, offset + limit);
    return c.json({ paymentRequests: page.map((one) => requestV1(sim, one)), totalElements: found.length });
  });

  app.get(`${USER}/paymentrequests/:request`, (c) => {
    const user = userOf(c, sim);
    const request = ofUser(sim, user).find(({ token }) => token === c.req.param('request'));
    if (!request) throw v1.noRequest();
    return c.json(requestV1(sim, request));
  });
  return app;
}

function ofUser(sim: Sim, { token }: User): PaymentRequest[] {
  return [...sim.requests.values()].filter(({ owner }) => owner.version === 1 && owner.user === token);
}

/** Of those of the same millisecond the later made comes first. */
export function newestFirst(requests: readonly PaymentRequest[]): PaymentRequest[] {
  return requests.toReversed().sort((a, b) => b.createdMs - a.createdMs);
}
