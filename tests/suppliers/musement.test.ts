import { describe, expect, it } from 'vitest';
import { checkDetails } from '@/lib/checkout/details';
import type { JsonObject } from '@/lib/checkout/json';
import type { Checkout } from '@/lib/checkout/model';
import { activity, attemptOf, CUSTOMER, context, following, held, requestOf, started } from './musement-shop';
import { ADYEN, musement, type Paying, reconfigured, STRIPE, sandbox, till } from './musement-till';

/** Every verb over HTTP against the sandbox, and what the platform's documentation says of each answer. */

const { onward, begun, settled, charged } = till();

describe('browsing', () => {
  it('finds activities, their days and what is to be had on one', async () => {
    const page = await musement.events(context(), { text: '', page: 1, locale: 'en-GB' });
    expect(page).toMatchObject({ ok: true, value: { page: 1, total: expect.any(Number) } });
    const detail = await musement.event(context(), activity('0102'), 'en-GB');
    const day = detail.ok ? detail.value.performances[9]?.date : undefined;
    const offers = await musement.offers?.(context(), activity('0102'), day ?? null);
    const all = offers?.ok ? offers.value.offers : [];
    expect(new Set(all.map(({ title }) => title)).size).toBeGreaterThan(1);
    expect(all[0]).toMatchObject({ startsAt: expect.any(Number), timeZone: expect.any(String) });
    expect(all[0]?.ticketTypes[0]?.before?.amount).toBeGreaterThan(all[0]?.ticketTypes[0]?.price.amount ?? 0);
    expect(await musement.event(context(), 'nothing', 'en-GB')).toEqual({ ok: false, code: 'not_found' });
  });

  it('quotes what is held, a discount of the day and all', async () => {
    const request = await requestOf(musement, [{ event: '0102', tickets: [2] }, { event: '0105' }]);
    const quote = await musement.quote(context(), request);
    const checkout = await held(musement, [{ event: '0102', tickets: [2] }, { event: '0105' }]);
    expect(quote.ok && quote.value.totals).toEqual(checkout.totals);
    expect(checkout.totals[0]?.discount).toBeGreaterThan(0);
    expect(checkout.totals[0]?.fees).toBeGreaterThan(0);
    expect(checkout.expiresAt).toBeNull();
  });

  it('logs in once, and again when its token is turned away in the middle of a purchase', async () => {
    const paying = await begun('0101');
    await sandbox.action('musement', 'expire-tokens', 'all');
    await onward(paying);
    expect(await charged()).toEqual([1800]);
    const calls = (await sandbox.ledger()).calls.filter(({ path }) => path.endsWith('/login'));
    expect(calls).toHaveLength(2);
  });
});

describe('details', () => {
  it('are asked by the supplier’s schemas, and refused field by field', async () => {
    const checkout = await held(musement, [{ event: '0104' }]);
    expect(checkDetails(checkout.details.schema, CUSTOMER).errors).toEqual([]);
    const values: JsonObject = { ...CUSTOMER, items: {} };
    expect(checkDetails(checkout.details.schema, values).errors.map(({ path }) => path)).toContain(
      '/items/i1',
    );
    const wrong = { ...CUSTOMER.items.i1, phone_number: '12' };
    const typed: Checkout = {
      ...checkout,
      details: { ...checkout.details, values: { ...CUSTOMER, items: { i1: wrong } } },
    };
    expect((await started(musement, typed, STRIPE)).step).toEqual({
      kind: 'declined',
      code: 'details_rejected',
      holdKept: true,
      rejected: ['/items/i1/phone_number'],
    });
  });
});

describe('the bank’s question', () => {
  it.each([
    ['in the page', '0101', STRIPE, 1],
    ['twice', '0912', STRIPE, 2],
    ['on a page of its own', '0105', ADYEN, 1],
    ['told by 302', '0913', ADYEN, 1],
    ['by a form with a list', '0914', ADYEN, 1],
  ])('%s is passed, and then it is charged', async (_, event, option, questions) => {
    let paying = await onward(await begun(event, option), 'challenge-passed', option);
    for (let asked = 0; asked < questions; asked += 1) {
      expect(await charged()).not.toContain(1800);
      expect(['pay', 'redirect']).toContain(paying.step.kind);
      paying = await onward(paying, 'challenge-passed', option);
    }
    expect(paying.step.kind).toBe('settled');
    expect((await settled(paying)).items).toMatchObject([{ status: 'booked', voucherToCome: false }]);
    expect((await charged()).filter((sum) => sum > 0)).toHaveLength(1);
  });
});

describe('an answer that this card cannot follow', () => {
  it.each([
    ['wants the other gateway’s token', '0910', STRIPE, ADYEN, 'card_declined'],
    ['has the other gateway ask', '0911', ADYEN, STRIPE, 'payment_method_unavailable'],
  ])('%s: declined, unpaid, and the other is offered', async (_, event, option, other, code) => {
    const paying = await onward(await begun(event, option), 'good', option);
    expect(paying.step).toMatchObject({ kind: 'declined', code, holdKept: true });
    expect((await charged()).filter((sum) => sum > 0)).toEqual([]);
    const offered = musement.offered?.(paying.checkout);
    expect([offered?.[option], offered?.[other]]).toEqual([null, { available: true }]);
    const second = await onward(await started(musement, paying.checkout, other), 'good', other);
    expect((await settled(second)).items).toMatchObject([{ status: 'booked' }]);
    expect((await charged()).filter((sum) => sum > 0)).toHaveLength(1);
  });
});

describe('a bank that nobody here may be sent to', () => {
  it('leaves the other gateway, although Musement goes on preferring the first', async () => {
    reconfigured({ ALLOWED_REDIRECTS: 'https://bank.example' });
    const offered = ({ checkout }: Paying) =>
      Object.entries(musement.offered?.(checkout) ?? {}).flatMap(([id, one]) =>
        one && id !== 'musement.no-payment' ? [id] : [],
      );
    const first = await onward(await begun('0105', ADYEN), 'challenge-passed', ADYEN);
    expect(first.step).toMatchObject({ kind: 'declined', code: 'payment_method_unavailable' });
    expect(offered(first)).toEqual([STRIPE]);
    const second = await started(musement, first.checkout, STRIPE);
    expect(offered(second)).toEqual([STRIPE]);
    // A card that is refused is no reason to be sent back to where no card can pay.
    const refused = await onward(second, 'declined', STRIPE);
    expect([refused.step.kind, offered(refused)]).toEqual(['pay', [STRIPE]]);
    expect((await settled(await onward(refused, 'good', STRIPE))).items).toMatchObject([
      { status: 'booked' },
    ]);
    expect((await charged()).filter((sum) => sum > 0)).toHaveLength(1);
  });
});

describe('paid already', () => {
  it('is 423: the order is read, and nothing is charged', async () => {
    const paying = await begun('0101');
    const first = await onward(paying);
    expect(first.step.kind).toBe('settled');
    // Another tab, which knows nothing of it.
    const other = { ...paying, checkout: { ...paying.checkout, memo: first.checkout.memo } };
    expect((await onward(other)).step.kind).toBe('settled');
    expect(await charged()).toEqual([1800]);
  });
});

describe('nothing due, and the partner’s money', () => {
  it('books what is free, with no form at all', async () => {
    const checkout = await held(musement, [{ event: '0106' }]);
    expect([checkout.totals[0]?.due, checkout.money]).toEqual([0, []]);
    const proof = { collector: 'free', reference: 'r', amount: 0, currency: 'EUR' };
    const result = await musement.book?.(context(), checkout, attemptOf('musement.no-payment'), proof);
    const booked = result && following(checkout, 'musement.no-payment', result);
    expect(booked && (await settled(booked)).items).toMatchObject([{ status: 'booked' }]);
  });

  it('gives back what Musement does not let this partner collect', async () => {
    const { MUSEMENT_CLIENTS } = await import('@/sandbox/core/secrets');
    const { id, secret } = MUSEMENT_CLIENTS.split;
    reconfigured({ MUSEMENT_CLIENT_ID: id, MUSEMENT_CLIENT_SECRET: secret });
    const checkout = await held(musement, [{ event: '0101' }]);
    const proof = { collector: 'invoice', reference: 'r', amount: 1800, currency: 'EUR' };
    const result = await musement.book?.(
      context(),
      checkout,
      attemptOf('musement.no-payment', undefined, { proof }),
      proof,
    );
    expect(result?.step).toEqual({ kind: 'failed', code: 'supplier_refused' });
  });
});
