import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { putLine } from '@/lib/api/basket-lines';
import { handleOf } from '@/lib/api/baskets';
import { openPicker } from '@/lib/api/calls/quotes';
import { basketCheckoutForm, basketChosenForm, basketRemoveForm } from '@/lib/api/forms/basket';
import { acceptForm, checkForm, detailsForm, holdForm, payForm, releaseForm } from '@/lib/api/forms/checkout';
import { detailValues } from '@/lib/api/forms/fields';
import { lookupForm } from '@/lib/api/forms/lookup';
import { type App, app, type Browser, posted, send } from './support/app';
import { payStep } from './support/checkouts';

vi.mock('@/lib/foyer', () => import('./support/current'));

let a: App;
let who: Browser;
beforeAll(async () => {
  a = await app();
});
beforeEach(() => {
  who = a.browser();
});
afterAll(() => a.close());

type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];
const goal = async (handler: unknown, fields: Fields, params = {}, as: Browser | undefined = who) => {
  const response = await send(handler, { ...posted(fields), params, as });
  expect(response.status).toBe(303);
  return response.headers.get('location');
};

describe('forms of a checkout', () => {
  it('end on the checkout’s page', async () => {
    const params = { id: 'f1' };
    await a.own(who, 'f1');
    expect(await goal(acceptForm, { version: '1' }, params)).toBe('/checkout/f1');
    for (const form of [holdForm, checkForm, releaseForm])
      expect(await goal(form, {}, params)).toBe('/checkout/f1');
    expect(await goal(acceptForm, {}, params)).toBe('/checkout/f1?problem=invalid');
    a.heart.refuse = 'wrong_state';
    expect(await goal(releaseForm, {}, params)).toBe('/checkout/f1?problem=wrong_state');
    a.heart.refuse = null;
  });

  it('do nothing for a stranger, whose page is the 404', async () => {
    await a.own(a.browser(), 'f2');
    const before = a.heart.calls.length;
    expect(await goal(releaseForm, {}, { id: 'f2' })).toBe('/checkout/f2?problem=not_found');
    expect(await goal(releaseForm, {}, { id: '//evil.example' })).toBe(
      '/checkout/%2F%2Fevil.example?problem=not_found',
    );
    expect(a.heart.calls.length).toBe(before);
  });

  it('keep what was typed, right or wrong', async () => {
    await a.own(who, 'f3');
    const fields = [
      ['customer.email', 'not yet'],
      ['customer.news', 'false'],
      ['customer.news', 'true'],
    ] as const;
    expect(await goal(detailsForm, fields, { id: 'f3' })).toBe('/checkout/f3');
    expect(a.heart.calls.at(-1)?.args).toEqual([
      'f3',
      { customer: { email: 'not yet', news: true } },
      'draft',
    ]);
  });

  it('lead to the page of the first step', async () => {
    await a.own(who, 'f4');
    expect(await goal(payForm, { option: 'sim.card' }, { id: 'f4' })).toMatch(
      /^\/checkout\/f4\/pay\/\w{26}$/,
    );
    expect(await goal(payForm, {}, { id: 'f4' })).toBe('/checkout/f4?problem=invalid');
    expect(payStep.kind).toBe('pay');
  });

  it('refuse what is no form of ours', async () => {
    await a.own(who, 'f5');
    const response = await send(releaseForm, {
      method: 'POST',
      as: who,
      params: { id: 'f5' },
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    expect(response.headers.get('location')).toBe('/checkout/f5?problem=body_type');
  });
});

describe('the basket’s forms', () => {
  it('check out once, and take out', async () => {
    const opened = await send(openPicker, { as: who, params: { supplier: 'sim' }, json: { event: 'e1' } });
    const { handle } = (await opened.json()) as { handle: string };
    const fields = { supplier: 'sim', handle };
    expect(await goal(basketRemoveForm, { ...fields, item: 'i1' })).toBe('/basket');
    expect(await goal(basketCheckoutForm, fields, {}, a.browser())).toBe('/basket?problem=not_found');
    const before = a.heart.count('open');
    const goals = await Promise.all([goal(basketCheckoutForm, fields), goal(basketCheckoutForm, fields)]);
    expect(new Set(goals).size).toBe(1);
    expect(goals[0]).toMatch(/^\/checkout\/\w{26}$/);
    expect(await goal(basketCheckoutForm, fields)).toBe(goals[0]);
    expect(a.heart.count('open') - before).toBeLessThanOrEqual(2);
    expect(await goal(basketRemoveForm, { ...fields, item: 'i1' })).toBe('/basket?problem=wrong_state');
  });
});

describe('a promo code in the basket’s form', () => {
  const line = { event: 'e1', offer: 'o1', tickets: [{ type: 'adult', quantity: 1 }] };
  const begun = async () => {
    await putLine(a.foyer, { session: who.id, supplier: 'sim', line });
    const [basket] = await a.store.openBaskets(who.id);
    if (!basket) throw new Error('No basket was begun');
    const fields = { supplier: 'sim', handle: await handleOf(a.foyer, basket) };
    const code = async () => {
      const kept = await a.store.basket(basket.id);
      return kept?.request.kind === 'lines' ? kept.request.promoCode : 'no lines';
    };
    return { fields, code };
  };

  it('is kept as it was meant, and taken off by the button after its field', async () => {
    const { fields, code } = await begun();
    expect(await goal(basketChosenForm, { ...fields, promo: ' SUM\u200bMER 10\n' })).toBe(
      '/basket#checkout-sim',
    );
    expect(await code()).toBe('SUMMER10');
    // The delivery's button says nothing of a code where the page has no field for one.
    await goal(basketChosenForm, fields);
    expect(await code()).toBe('SUMMER10');
    const off = [...Object.entries(fields), ['promo', 'SUMMER10'], ['promo', '']] as const;
    await goal(basketChosenForm, off as never);
    expect(await code()).toBeUndefined();
  });

  it('that nobody has seen the total of is shown with it before anything is held', async () => {
    const { fields, code } = await begun();
    const before = a.heart.count('open');
    const typed = { ...fields, promo: 'SUMMER10', 'promo-asked': '' };
    expect(await goal(basketCheckoutForm, typed)).toBe('/basket?said=counted');
    expect([await code(), a.heart.count('open')]).toEqual(['SUMMER10', before]);
    const seen = { ...fields, promo: 'SUMMER10', 'promo-asked': 'SUMMER10' };
    expect(await goal(basketCheckoutForm, seen)).toMatch(/^\/checkout\/\w{26}$/);
    expect(a.heart.calls.at(-1)?.args).toMatchObject([{ request: { lines: [line], promoCode: 'SUMMER10' } }]);
  });

  it('is tried so often and no more; the one that is in the basket may be sent again', async () => {
    const { fields, code } = await begun();
    const headers = { 'x-forwarded-for': '198.51.100.60' };
    const guess = async (promo: string) => {
      const sent = posted({ ...fields, promo });
      const answer = await send(basketChosenForm, {
        ...sent,
        headers: { ...sent.headers, ...headers },
        as: who,
      });
      return answer.headers.get('location');
    };
    for (let tries = 1; tries <= 60; tries += 1)
      expect(await guess(`GUESS${tries}`)).toBe('/basket#checkout-sim');
    expect(await guess('GUESS61')).toBe('/basket?problem=rate_limited');
    expect(await code()).toBe('GUESS60');
    expect(await guess('GUESS60')).toBe('/basket#checkout-sim');
  });

  it('that the page said is refused is left out of what is held', async () => {
    const { fields } = await begun();
    await goal(basketChosenForm, { ...fields, promo: 'OVER' });
    const shown = { ...fields, promo: 'OVER', 'promo-asked': 'OVER', 'promo-refused': 'OVER' };
    expect(await goal(basketCheckoutForm, shown)).toMatch(/^\/checkout\/\w{26}$/);
    const [opened] = a.heart.calls.at(-1)?.args ?? [];
    expect(opened).toMatchObject({ request: { lines: [line] } });
    expect(JSON.stringify(opened)).not.toContain('OVER');
  });
});

describe('the lookup form', () => {
  it('says the same for a match and for none', async () => {
    const { checkout } = await a.own(who, 'looked-up');
    const reference = checkout.reference.toLowerCase().replace('-', ' ');
    expect(await goal(lookupForm, { reference, lastName: 'obrien nunez' })).toBe('/lookup?sent=1');
    expect(await goal(lookupForm, { reference, lastName: 'Somebody' })).toBe('/lookup?sent=1');
    const mails = await a.store.outbox(a.foyer.now(), 10);
    expect(mails.map(({ kind, checkoutId }) => [kind, checkoutId])).toEqual([['link', 'looked-up']]);
    expect(await goal(lookupForm, { reference: '', lastName: '' })).toBe('/lookup?problem=invalid');
  });
});

describe('dotted names', () => {
  const schema = {
    type: 'object',
    properties: {
      items: {
        type: 'object',
        properties: {
          '17': {
            type: 'object',
            properties: { tickets: { type: 'array', items: { properties: { age: { type: 'integer' } } } } },
          },
        },
      },
    },
  };
  const values = (fields: Record<string, string>) => detailValues(new Map(Object.entries(fields)), schema);

  it('become lists where the schema has lists, and stay names where an item’s id is a number', () => {
    expect(
      values({
        'items.17.tickets.1.name': 'B',
        'items.17.tickets.0.name': 'A',
        'items.17.tickets.0.age': '9',
      }),
    ).toEqual({
      items: { '17': { tickets: [{ name: 'A', age: 9 }, { name: 'B' }] } },
    });
  });

  it('cannot reach a prototype or collide', () => {
    const got = values({
      '__proto__.polluted': '1',
      'a.constructor.prototype.polluted': '1',
      'a.b': 'kept',
      'a.b.c': 'dropped',
      'x..y': '1',
      'a.b.c.d.e.f.g.h.i.j': '1',
    });
    expect(got).toEqual({ a: { b: 'kept' } });
    expect('polluted' in {}).toBe(false);
  });
});
