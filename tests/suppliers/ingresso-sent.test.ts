import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingressoUnderTest } from '../contract/ingresso';
import { objections, type Stage, stage } from '../contract/stage';
import { arrival, walk } from '../contract/walk';
import { granted, hold, pay, report, standingOf, toTheTill, tryAgain } from '../support/customer';
import { watchSent } from '../support/sent';
import type { ShopOptions } from '../support/shop';
import { onStage, sandbox, store } from '../support/stage-set';
import { CUSTOMER } from './ingresso-shop';

/** What leaves the shop for Ingresso, byte for byte: tokens once, returns verbatim, browsers and customers as they are. */

const STRIPE = 'ingresso.stripe';
const PAGE = 'ingresso.redirect';

let sent: ReturnType<typeof watchSent>;
onStage('ingresso-sent');
beforeEach(() => {
  sent = watchSent();
});
afterEach(() => sent.stop());

const at = (
  option: string,
  events: readonly string[],
  checkpoint?: ShopOptions['checkpoint'],
): Promise<Stage> => {
  const way = ingressoUnderTest.options.find(({ id }) => id === option);
  if (!way) throw new Error(`No option ${option}`);
  return stage(sandbox, store, ingressoUnderTest, way, events, checkpoint);
};

/** Every Stripe token that left the shop, once for each time. */
const tokensSent = () =>
  sent
    .to(/purchase|callback/)
    .flatMap(({ form }) => form.filter(([name]) => name.endsWith('stripeToken')).map(([, token]) => token));

/** Pays, and once more in the way that the page then offers, until there are tickets or nothing is left to try. */
async function insist(customer: Stage): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    const step = await tryAgain(customer);
    if (!step) return;
    const data = await pay(customer, step, 'good');
    await Promise.all(Array.from({ length: 5 }, () => report(customer, step, data)));
    if (
      standingOf(await customer.until((now) => standingOf(now) === 'booked/captured', 60_000)) !== 'held/none'
    )
      return;
  }
}

/** Dies once, as a killed process does, beside the call that sends the tokens. */
function mortal(where: 'before-call' | 'after-call'): ShopOptions['checkpoint'] {
  let dead = false;
  return async (point, verb) => {
    if (dead || point !== where || verb !== 'advance') return;
    dead = true;
    throw new Error('killed');
  };
}

describe('a token is never sent twice', () => {
  it('when the customer’s details are refused, and mended', async () => {
    const customer = await at(STRIPE, ['7AB', '8ZA']);
    await hold(customer);
    const wrong = { customer: { ...CUSTOMER.customer, email: 'someone@nowhere.test' } };
    granted(await customer.heart.details(customer.id, wrong, 'strict'));
    const step = await toTheTill(customer);
    if (!step) throw new Error('There is nothing to pay');
    await report(customer, step, await pay(customer, step, 'good'));
    const asked = await customer.until((now) => now.details.rejected !== undefined, 60_000);
    // The hold and everything that was typed stay; only the card is asked for again.
    expect([standingOf(asked), asked.details.rejected]).toEqual(['held/none', ['/customer/email']]);
    expect(asked.details.draft).toMatchObject(wrong);
    granted(await customer.heart.details(customer.id, CUSTOMER, 'strict'));
    await insist(customer);
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    expect(tokensSent()).toHaveLength(4);
    expect(new Set(tokensSent()).size).toBe(4);
    expect((await sandbox.ledger()).charges.filter(({ captured }) => captured > 0)).toHaveLength(2);
  });

  it.each([
    ['is cut before the work', { kind: 'drop', when: 'before' }],
    ['is cut after the work', { kind: 'drop', when: 'after' }],
    ['is a 502', { kind: 'status', status: 502, when: 'after' }],
    ['is asked for too often', { kind: 'status', status: 429, when: 'before', times: 2 }],
  ] as const)('when the purchase’s connection %s', async (_, fault) => {
    const customer = await at(STRIPE, ['6IF', '8ZA']);
    await hold(customer);
    await sandbox.fault({ provider: 'ingresso', call: 'POST /f13/purchase.v1', ...fault });
    await insist(customer);
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    expect(new Set(tokensSent()).size).toBe(tokensSent().length);
    expect(await objections(customer)).toEqual([]);
  });

  it.each(['before-call', 'after-call'] as const)('when a process dies with it (%s)', async (where) => {
    const customer = await at(STRIPE, ['6IF', '8ZA'], mortal(where));
    await hold(customer);
    await insist(customer);
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    expect(new Set(tokensSent()).size).toBe(tokensSent().length);
    expect(await objections(customer)).toEqual([]);
  });
});

describe('what comes back is passed on', () => {
  it('word for word, in its order, with the payment page’s address', async () => {
    const customer = await at(PAGE, ['SC14']);
    await hold(customer);
    const step = await toTheTill(customer);
    if (step?.kind !== 'redirect') throw new Error('Nowhere to go');
    const back = arrival.parse(await walk(step, 'good'));
    const page = 'https://pay.bank.example/3ds/step?id=7';
    // Query and body at once, as some banks do it.
    const params = {
      query: [
        ['q', '1'],
        ['q', ''],
        ['10', 'x'],
      ],
      body: (back.params as { query: [] }).query,
    };
    await customer.heart.returned(back.token, { ...params, referer: page });
    await customer.rest();
    const [callback, ...more] = sent.to(/callback/);
    expect(more).toEqual([]);
    expect(callback?.path).toMatch(
      new RegExp(`^/f13/callback\\.v1/this\\.${back.token}/next\\.[\\w-]{20,}$`),
    );
    expect(callback?.headers.get('referer')).toBe(page);
    expect(callback?.form).toEqual([
      ...[
        ['q', '1'],
        ['q', ''],
        ['10', 'x'],
      ],
      ...[
        ['a', '1'],
        ['a', '2'],
        ['b', ''],
        ['c', '+ &=%?'],
        ['ref', 'ünïcode ✓'],
        ['seal', expect.any(String)],
        ['success', 'yes'],
      ],
    ]);
  });

  it('with a fresh token for each page, none of them used for two', async () => {
    const customer = await at(PAGE, ['SC03']);
    await hold(customer);
    const step = await toTheTill(customer);
    if (step) await report(customer, step, await pay(customer, step, 'good'));
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    const [purchase] = sent.to(/purchase/);
    const first = Object.fromEntries(purchase?.form ?? []);
    expect(first.return_url).toBe(`http://localhost:3000/return/${first.return_token}`);
    const pairs = sent.to(/callback/).map(({ path }) => /this\.([^/]+)\/next\.([^/]+)$/.exec(path)?.slice(1));
    expect(pairs.map((pair) => pair?.[0])).toEqual([first.return_token, pairs[0]?.[1], pairs[1]?.[1]]);
    expect(new Set([first.return_token, ...pairs.map((pair) => pair?.[1])]).size).toBe(4);
  });
});

describe('customers and their browsers', () => {
  const NAME = {
    firstName: 'Zoë “Zo” <b>\'"&amp;</b> 🎭',
    lastName: "אבן־חן \u0627\u0644\u0639 O'Neil;DROP",
  };

  it.each([STRIPE, PAGE, 'ingresso.credit:invoice'])(
    'are called what they are called (%s)',
    async (option) => {
      const customer = await at(option, ['6IF']);
      await hold(customer);
      const details = { customer: { ...CUSTOMER.customer, ...NAME } };
      granted(await customer.heart.details(customer.id, details, 'strict'));
      const step = await toTheTill(customer);
      if (step) await report(customer, step, await pay(customer, step, 'good'));
      expect(standingOf(await customer.rest())).toBe('booked/captured');
      const form = Object.fromEntries(sent.to(/purchase/)[0]?.form ?? []);
      expect([form.first_name, form.last_name]).toEqual([NAME.firstName, NAME.lastName]);
      // As the platform keeps them.
      const status = sent.to(/status|purchase/).at(-1);
      const query = new URLSearchParams({
        transaction_uuid: form.transaction_uuid ?? '',
        add_customer: 'true',
      });
      const headers = { authorization: status?.headers.get('authorization') ?? '' };
      const kept = await fetch(`${sandbox.origin('ingresso')}/f13/status.v1?${query}`, { headers });
      expect(await kept.json()).toMatchObject({
        customer: { first_name: NAME.firstName, last_name: NAME.lastName, agent_ref: customer.id },
      });
    },
  );

  it('bring whatever headers they like', async () => {
    const customer = await at(PAGE, ['6IF']);
    await hold(customer);
    const odd = { userAgent: `Mozilla\r\nX-Evil: 1\u0000 中文 😀${'x'.repeat(10_000)}`, accept: '' };
    const client = { ip: null, ...odd };
    await customer.heart.attempt(customer.id, { id: 'odd-browser', option: PAGE, client });
    const step = await toTheTill(customer);
    if (step) await report(customer, step, await pay(customer, step, 'good'));
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    const form = Object.fromEntries(sent.to(/purchase/)[0]?.form ?? []);
    expect(form.client_http_user_agent?.length).toBeLessThanOrEqual(512);
    expect(form.client_http_user_agent).not.toMatch(/\p{Cc}/u);
    expect(form.client_http_accept).toMatch(/^text\/html/);
  });
});
