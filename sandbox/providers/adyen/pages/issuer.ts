import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { PASSWORD } from '../../../core/bank/question';
import { policy } from '../../../core/web';
import { isByForm } from '../action';
import { paymentByToken } from '../details';
import { outward } from '../shopper/door';
import { redirectResult } from '../shopper/sessions';
import type { Sim } from '../sim';
import type { Authentication, Payment } from '../types';
import { gonePage, postingPage, questionPage } from './bank-page';
import { telling } from './fields';

/** What a page posts to the issuer, base64url around JSON. */
const methodData = z.looseObject({
  threeDSServerTransID: z.string(),
  threeDSMethodNotificationURL: z.string(),
});
const creq = z.looseObject({ threeDSServerTransID: z.string(), acsTransID: z.string() });

function decoded<T>(schema: z.ZodType<T>, text: unknown): T | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The issuer: the look at the browser, the question in a frame, and the question on a page of its own. */
export function issuerPages(sim: Sim): Hono {
  const app = new Hono();
  const { shopOrigin } = sim.world;
  const byId = (id: string) => [...sim.payments.values()].find((one) => one.authentication?.id === id);
  const gone = (c: Context) => c.html(gonePage(shopOrigin), 410, policy({ framedBy: shopOrigin }));
  // The browser holds what follows a form against form-action too: the merchant's page, which may lead on to the shop's.
  const onward = (payment: Payment) => `'self' ${new URL(payment.returnUrl).origin} ${shopOrigin}`;
  const ownPage = (c: Context, payment: Payment) => {
    const page = { payment, shopOrigin, action: '/checkoutshopper/threeDS/redirect', top: true };
    return c.html(questionPage(page), 200, policy({ framedBy: "'none'", formAction: onward(payment) }));
  };

  app.post('/threeds2simulator/acs/startMethod.shtml', async (c) => {
    const data = decoded(methodData, (await c.req.parseBody()).threeDSMethodData);
    if (!data || !byId(data.threeDSServerTransID)) return gone(c);
    const url = notification(c, sim, 'threeDSMethodNotification.shtml');
    const fields = { threeDSMethodData: encoded({ threeDSServerTransID: data.threeDSServerTransID }) };
    return c.html(
      postingPage(shopOrigin, url, fields),
      200,
      policy({ framedBy: shopOrigin, formAction: new URL(url).origin }),
    );
  });

  app.post('/checkoutshopper/threeDSMethodNotification.shtml', async (c) => {
    const data = decoded(
      methodData.pick({ threeDSServerTransID: true }),
      (await c.req.parseBody()).threeDSMethodData,
    );
    const said = {
      type: 'fingerPrintResult',
      result: { threeDSCompInd: 'Y' },
      threeDSServerTransID: data?.threeDSServerTransID ?? '',
    };
    return c.html(telling(shopOrigin, JSON.stringify(said)), 200, policy({ framedBy: shopOrigin }));
  });

  app.post('/threeds2simulator/acs/challenge.shtml', async (c) => {
    const data = decoded(creq, (await c.req.parseBody()).creq);
    const payment = data && byId(data.threeDSServerTransID);
    if (payment?.authentication?.answer !== 'open') return gone(c);
    const page = { payment, shopOrigin, action: '/threeds2simulator/acs/answer', top: false };
    return c.html(questionPage(page), 200, policy({ framedBy: shopOrigin, formAction: "'self'" }));
  });

  app.post('/threeds2simulator/acs/answer', async (c) => {
    const answered = await answer(c, sim);
    if (!answered) return gone(c);
    const { authentication } = answered;
    const url = notification(c, sim, 'threeDSnotification.shtml');
    const cres = encoded({
      threeDSServerTransID: authentication.id,
      acsTransID: authentication.id,
      messageType: 'CRes',
      messageVersion: '2.2.0',
      transStatus: authentication.answer === 'passed' ? 'Y' : 'N',
    });
    return c.html(
      postingPage(shopOrigin, url, { cres }),
      200,
      policy({ framedBy: shopOrigin, formAction: new URL(url).origin }),
    );
  });

  app.post('/checkoutshopper/threeDSnotification.shtml', async (c) => {
    const cres = decoded(z.looseObject({ transStatus: z.enum(['Y', 'N']) }), (await c.req.parseBody()).cres);
    const said = { type: 'challengeResult', result: { transStatus: cres?.transStatus ?? 'U' } };
    return c.html(telling(shopOrigin, JSON.stringify(said)), 200, policy({ framedBy: shopOrigin }));
  });

  app.get('/checkoutshopper/threeDS/redirect', (c) => {
    const payment = paymentByToken(sim, c.req.query('MD') ?? '');
    if (payment?.authentication?.answer !== 'open' || payment.resultCode !== 'RedirectShopper')
      return gone(c);
    return ownPage(c, payment);
  });

  app.post('/checkoutshopper/threeDS/form', async (c) => {
    const payment = paymentByToken(sim, String((await c.req.parseBody()).MD));
    const open = payment?.authentication?.answer === 'open' && payment.resultCode === 'RedirectShopper';
    return payment && open ? ownPage(c, payment) : gone(c);
  });

  app.post('/checkoutshopper/threeDS/redirect', async (c) => {
    const answered = await answer(c, sim);
    if (!answered) return gone(c);
    const { payment, authentication } = answered;
    if (!isByForm(payment)) return c.redirect(returnUrl(payment), 303);
    const fields = { MD: authentication.token, PaRes: redirectResult(payment) };
    return c.html(
      postingPage(shopOrigin, payment.returnUrl, fields),
      200,
      policy({ framedBy: "'none'", formAction: onward(payment) }),
    );
  });
  return app;
}

/** Where the browser goes from the bank's page: the shop's own address, with what was there left as it is. */
function returnUrl(payment: Payment): string {
  const url = new URL(payment.returnUrl);
  if (payment.session) url.searchParams.set('sessionId', payment.session);
  url.searchParams.set('redirectResult', redirectResult(payment));
  return url.href;
}

/** Takes the customer's answer, once, and only from the bank's own page. */
async function answer(
  c: Context,
  sim: Sim,
): Promise<{ payment: Payment; authentication: Authentication } | undefined> {
  const from = c.req.header('origin');
  if (from !== undefined && from !== 'null' && from !== outward(c, sim.world)) return undefined;
  const { token, password, outcome } = await c.req.parseBody();
  const payment = paymentByToken(sim, String(token));
  const authentication = payment?.authentication;
  if (!payment || authentication?.answer !== 'open') return undefined;
  if (outcome === 'cancel') authentication.answer = 'cancelled';
  else authentication.answer = String(password).trim() === PASSWORD ? 'passed' : 'failed';
  return { payment, authentication };
}

/** A page of Adyen's that the issuer sends browsers to. Behind TLS issuer and Adyen are different hosts. */
function notification(c: Context, sim: Sim, file: string): string {
  const origin = outward(c, sim.world);
  const adyen = origin.startsWith('https:') ? 'https://checkoutshopper-test.adyen.com' : origin;
  return `${adyen}/checkoutshopper/${file}`;
}
