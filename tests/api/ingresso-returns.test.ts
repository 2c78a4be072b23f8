import { describe, expect, it, vi } from 'vitest';
import { comeBack, nothing } from '@/lib/api/returns/routes';
import { ingressoUnderTest } from '../contract/ingresso';
import { objections, type Stage, stage } from '../contract/stage';
import { arrival, walk } from '../contract/walk';
import { apiOf } from '../support/api';
import { hold, standingOf, toTheTill } from '../support/customer';
import { onStage, sandbox, store } from '../support/stage-set';
import { send } from './support/app';

vi.mock('@/lib/foyer', () => import('./support/current'));

/** Customers coming back from payment pages, through the route that they come back to. */

onStage('ingresso-returns');

/** A customer who has pressed the button of the payment page: their browser is about to come back. */
async function onTheWayBack(event: string) {
  const way = ingressoUnderTest.options.find(({ id }) => id === 'ingresso.redirect');
  if (!way) throw new Error('No such option');
  const customer = await stage(sandbox, store, ingressoUnderTest, way, [event]);
  apiOf(customer.shop, store, 'ingresso');
  await hold(customer);
  const step = await toTheTill(customer);
  if (step?.kind !== 'redirect') throw new Error('Nowhere to go');
  const { token, params } = arrival.parse(await walk(step, 'good'));
  return { customer, token, ...(params as { query: Pairs; body: Pairs; referer: string }) };
}
type Pairs = [string, string][];

const encoded = (pairs: Pairs) => new URLSearchParams(pairs).toString();
const callbacks = async () =>
  (await sandbox.ledger()).calls.filter(({ path }) => path.includes('callback')).length;

async function endsWell(customer: Stage) {
  expect(standingOf(await customer.rest())).toBe('booked/captured');
  expect(await callbacks()).toBe(1);
  expect(await objections(customer)).toEqual([]);
}

describe('a return', () => {
  it('by a form from another site, ten minutes later and without any cookie, finishes the purchase', async () => {
    const { customer, token, body, referer } = await onTheWayBack('SC13');
    expect(body).toContainEqual(['success', 'yes']);
    await customer.jump(10 * 60_000);
    const response = await send(comeBack, {
      method: 'POST',
      params: { token },
      path: `/return/${token}`,
      body: encoded(body),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'null',
        'sec-fetch-site': 'cross-site',
        referer,
      },
    });
    // To a page that looks for the cookie once more, and says how it stands to whoever has none.
    expect([response.status, response.headers.get('location')]).toEqual([303, `/return/${token}/status`]);
    expect(response.headers.get('set-cookie')).toBeNull();
    await endsWell(customer);
  });

  it('fifty times at once makes one callback, and every one of the fifty is led on', async () => {
    const { customer, token, query } = await onTheWayBack('6IF');
    const back = () => send(comeBack, { params: { token }, path: `/return/${token}?${encoded(query)}` });
    const answers = await Promise.all(Array.from({ length: 50 }, back));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    await endsWell(customer);
    expect((await back()).status).toBe(303);
    expect(await callbacks()).toBe(1);
  });

  it('that a scanner or a proxy makes first changes nothing', async () => {
    const { customer, token, query } = await onTheWayBack('6IF');
    expect((await send(nothing, { method: 'HEAD', params: { token } })).status).toBe(204);
    const prefetch = { params: { token }, headers: { 'sec-purpose': 'prefetch' } };
    expect((await send(comeBack, prefetch)).status).toBe(204);
    expect(await callbacks()).toBe(0);
    await send(comeBack, { params: { token }, path: `/return/${token}?${encoded(query)}` });
    await endsWell(customer);
  });

  it('that says it went well is believed by nobody but Ingresso', async () => {
    const { customer, token } = await onTheWayBack('SC14');
    // What the page sent along is missing: somebody made this up.
    await send(comeBack, {
      params: { token },
      path: `/return/${token}?success=yes&redirect_status=succeeded`,
    });
    expect(standingOf(await customer.rest())).toBe('expired/none');
    expect((await sandbox.ledger()).charges.every(({ captured }) => captured === 0)).toBe(true);
    expect(await objections(customer)).toEqual([]);
  });
});

describe('a payment page that the customer does not get to', () => {
  const closed = async (event: string, pages: number) => {
    const way = ingressoUnderTest.options.find(({ id }) => id === 'ingresso.redirect');
    if (!way) throw new Error('No such option');
    const customer = await stage(sandbox, store, ingressoUnderTest, way, [event]);
    await hold(customer);
    let step = await toTheTill(customer);
    let seen = 0;
    for (; step?.kind === 'redirect'; seen += 1) {
      const { token, params } = arrival.parse(await walk(step, 'good'));
      const before = step.id;
      await customer.heart.returned(token, params as never);
      const now = await customer.until((checkout) => checkout.attempts.at(-1)?.step?.id !== before, 60_000);
      step = now.attempts.at(-1)?.step ?? null;
    }
    expect(seen).toBe(pages);
    const end = await customer.rest();
    expect(standingOf(end)).toBe('expired/none');
    const { charges, holds } = await sandbox.ledger();
    expect(charges.every(({ captured }) => captured === 0)).toBe(true);
    expect(holds.some(({ status }) => status === 'held')).toBe(false);
    expect(await objections(customer)).toEqual([]);
    return end;
  };

  it('because it is on no list is closed at Ingresso, and nobody is sent there', async () => {
    const { attempts } = await closed('SC12', 0);
    expect(attempts.at(-1)?.step).toMatchObject({ kind: 'declined', code: 'supplier_misconfigured' });
  });

  it('because it is the ninth is closed at Ingresso', async () => {
    const { attempts } = await closed('SC09', 8);
    expect(attempts.at(-1)?.step).toMatchObject({ kind: 'declined', code: 'supplier_refused' });
  });
});
