import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';
import type { Checkout } from '@/lib/checkout/model';
import type { Supplier } from '@/lib/checkout/supplier';
import { payers } from '../contract/payers';
import { arrival, walk } from '../contract/walk';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { type Choice, CUSTOMER, context, following, held, inputOf, shop, started } from './ingresso-shop';

/** The three ways to pay, call by call. What the heart makes of them is the contract suite's business. */

let sandbox: TestSandbox;
let supplier: Supplier;
beforeAll(async () => {
  sandbox = await testSandbox();
  supplier = shop(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const STRIPE = 'ingresso.stripe';
const PAGE = 'ingresso.redirect';
const TWO: readonly Choice[] = [{ event: '6IF' }, { event: '8ZA' }];

const callsTo = async (path: RegExp) =>
  (await sandbox.ledger()).calls.filter((call) => path.test(call.path)).length;
const charges = async () => (await sandbox.ledger()).charges;

type Begun = Awaited<ReturnType<typeof started>>;

/** The page's card form, once for all charges. */
const tokensFor = async ({ step }: Begun): Promise<Json> => {
  const pay = payers['stripe-token'];
  if (step.kind !== 'pay' || !pay) throw new Error(`Not to be paid: ${JSON.stringify(step)}`);
  return pay((provider) => sandbox.origin(provider), step.params, 'good');
};

const answer = async (begun: Begun, data: Json) => {
  const ctx = context();
  const result = await supplier.advance?.(ctx, begun.checkout, begun.attempt, inputOf('result', data));
  if (!result) throw new Error('No advance');
  return following(begun.checkout, begun.attempt.option, result, ctx.returnToken);
};

/** Goes to the payment page, presses its button, and comes back. */
const visit = async (begun: Begun, means: 'good' | 'declined' = 'good') => {
  const { step } = begun;
  if (step.kind !== 'redirect') throw new Error(`Nowhere to go: ${JSON.stringify(step)}`);
  const back = arrival.parse(await walk({ ...step, id: 's1' }, means));
  const ctx = context();
  const input = inputOf('return', back.params as Json, back.token);
  const result = await supplier.advance?.(ctx, begun.checkout, begun.attempt, input);
  if (!result) throw new Error('No advance');
  return { ...following(begun.checkout, PAGE, result, ctx.returnToken), input };
};

const withDetails = (checkout: Checkout, customer: object): Checkout => ({
  ...checkout,
  details: { ...checkout.details, values: { customer: { ...CUSTOMER.customer, ...customer } } },
});

describe('on credit', () => {
  const book = (checkout: Checkout) => {
    const proof = { collector: 'free', reference: 'r', amount: 0, currency: 'GBP' };
    return supplier.book?.(
      context(),
      checkout,
      following(checkout, 'x', { step: { kind: 'unknown', since: 0 } }).attempt,
      proof,
    );
  };

  it('books, with the venue’s reference and its words about collecting', async () => {
    const result = await book(await held(supplier, [{ event: '6IF' }]));
    expect(result?.step).toMatchObject({
      kind: 'settled',
      money: [],
      items: [
        {
          status: 'booked',
          reference: expect.stringMatching(/^PURCHASE-/),
          instructions: expect.stringMatching(/box office:\n- /),
        },
      ],
    });
  });

  it('gives a voucher to print, and says no more of commissions than nothing', async () => {
    const result = await book(await held(supplier, [{ event: '7AB', seats: ['C3'] }]));
    expect(result?.step).toMatchObject({
      items: [{ vouchers: [{ kind: 'link', url: expect.stringContaining('http') }] }],
    });
    expect(JSON.stringify(result)).not.toMatch(/commission/i);
  });

  it('keeps the hold and names the field when the details are refused', async () => {
    const checkout = await held(supplier, [{ event: '7AB', seats: ['C3'] }]);
    for (const [customer, pointer] of [
      [{ email: 'someone@nowhere.test' }, '/customer/email'],
      [{ addressLineOne: '1 Rue', country: 'zz' }, '/customer/country'],
    ] as const) {
      const result = await book(withDetails(checkout, customer));
      expect(result?.step).toEqual({
        kind: 'declined',
        code: 'details_rejected',
        holdKept: true,
        rejected: [pointer],
      });
    }
    expect((await book(checkout))?.step.kind).toBe('settled');
  });

  it('fails when the supplier does, and the seats are gone', async () => {
    const checkout = await held(supplier, [{ event: '6IE', weekday: 3 }]);
    const failing = withDetails(checkout, {
      addressLineOne: '1 Street',
      addressLineTwo: 'fail part one',
      country: 'uk',
    });
    expect((await book(failing))?.step).toMatchObject({
      kind: 'declined',
      code: 'booking_failed',
      holdKept: false,
    });
  });
});

describe('by Stripe’s tokens', () => {
  it('holds the same seats with the account that takes cards, then charges each bundle once', async () => {
    const begun = await started(supplier, await held(supplier, TWO), STRIPE);
    const charged =
      begun.step.kind === 'pay'
        ? (begun.step.params as { charges: { key: string; publishableKey: string }[] }).charges
        : [];
    expect(charged.map(({ key }) => key)).toEqual(['ext_test0', 'ext_test2']);
    expect(new Set(charged.map(({ publishableKey }) => publishableKey)).size).toBe(2);
    const { step } = await answer(begun, await tokensFor(begun));
    expect(step).toMatchObject({ kind: 'settled', items: [{ status: 'booked' }, { status: 'booked' }] });
    expect((await charges()).filter(({ captured }) => captured > 0).length).toBe(2);
    expect((await sandbox.ledger()).holds.map(({ status }) => status).sort()).toEqual([
      'booked',
      'booked',
      'released',
      'released',
    ]);
  });

  it('sends no part of the tokens', async () => {
    const begun = await started(supplier, await held(supplier, TWO), STRIPE);
    const given = (await tokensFor(begun)) as { tokens: Record<string, string> };
    const { step } = await answer(begun, { tokens: { ext_test0: given.tokens.ext_test0 ?? '' } });
    expect(step).toMatchObject({ kind: 'declined', holdKept: true });
    expect(await callsTo(/purchase/)).toBe(0);
  });

  it('asks for the one that Ingresso misses, and sends it to the callback without a redirect', async () => {
    const begun = await started(supplier, await held(supplier, TWO), STRIPE);
    const given = (await tokensFor(begun)) as { tokens: Record<string, string> };
    const whole = begun.checkout;
    const { bundles } = z.object({ bundles: z.array(z.json()) }).parse(whole.memo);
    // As if the parameter of the second bundle had got lost on its way.
    const blind = { ...whole, memo: { ...whole.memo, bundles: bundles.slice(0, 1) } };
    const ctx = context();
    const asked = await supplier.advance?.(
      ctx,
      blind,
      begun.attempt,
      inputOf('result', { tokens: given.tokens }),
    );
    if (!asked) throw new Error('No advance');
    const looked = await supplier.check(
      context(),
      whole,
      following(whole, STRIPE, asked, ctx.returnToken).attempt,
    );
    expect(looked.step).toMatchObject({
      kind: 'pay',
      method: 'stripe-token',
      params: { charges: [{ key: 'ext_test2' }] },
    });
    const again = following(whole, STRIPE, looked, ctx.returnToken);
    const { step } = await answer(again, await tokensFor(again));
    expect(step).toMatchObject({ kind: 'settled', items: [{ status: 'booked' }, { status: 'booked' }] });
  });

  it('tells a card that is declined, and that the seats are gone', async () => {
    const begun = await started(supplier, await held(supplier, [{ event: '6IF' }]), STRIPE);
    const pay = payers['stripe-token'];
    const params = begun.step.kind === 'pay' ? begun.step.params : null;
    const tokens = await pay?.((provider) => sandbox.origin(provider), params, 'declined');
    const { step } = await answer(begun, tokens ?? null);
    expect(step).toMatchObject({ kind: 'declined', code: 'card_declined', holdKept: false });
    expect((await charges()).every(({ captured }) => captured === 0)).toBe(true);
  });

  it('books what it can: one bundle, and the other’s money goes back by itself', async () => {
    const begun = await started(
      supplier,
      await held(supplier, [{ event: '6IF' }, { event: 'SC21' }]),
      STRIPE,
    );
    const { step } = await answer(begun, await tokensFor(begun));
    expect(step).toMatchObject({
      kind: 'settled',
      items: [{ status: 'booked' }, { status: 'failed', code: 'booking_failed' }],
    });
    const taken = step.kind === 'settled' ? step.money.map(({ captured }) => captured > 0) : [];
    expect(taken).toEqual([true, false]);
  });

  it('says in clear words that a newer debitor is beyond it', async () => {
    await sandbox.action('ingresso', 'debitor', 'cider');
    const begun = await started(supplier, await held(supplier, [{ event: '6IF' }]), STRIPE);
    expect(begun.step).toMatchObject({ kind: 'declined', holdKept: true });
    expect(supplier.offered?.(begun.checkout)[PAGE]).toEqual({ available: true });
    const alone = shop(sandbox, {
      INGRESSO_USER: 'demo-stripe',
      INGRESSO_STRIPE_USER: undefined,
      INGRESSO_REDIRECT_USER: undefined,
    });
    const offered = alone.offered?.(await held(alone, [{ event: '6IF' }]));
    expect(offered?.[STRIPE]).toMatchObject({
      available: false,
      reason: expect.stringContaining('newer way'),
    });
  });
});

describe('on payment pages', () => {
  it('goes there and back, one page after another, with a token for each', async () => {
    let at: Begun = await started(supplier, await held(supplier, [{ event: 'SC03' }]), PAGE);
    const methods: string[] = [];
    for (let page = 0; page < 3; page += 1) {
      methods.push(at.step.kind === 'redirect' ? at.step.httpMethod : at.step.kind);
      at = await visit(at);
    }
    expect(methods).toEqual(['GET', 'POST', 'GET']);
    expect(at.step).toMatchObject({ kind: 'settled', items: [{ status: 'booked' }] });
  });

  it('passes on what came back as it came, in its order', async () => {
    const at = await visit(await started(supplier, await held(supplier, [{ event: 'SC14' }]), PAGE));
    expect(at.step.kind).toBe('settled');
    const back = await visit(await started(supplier, await held(supplier, [{ event: 'SC13' }]), PAGE));
    expect(back.step.kind).toBe('settled');
  });

  it('keeps parameters that look like numbers in the order of the source', async () => {
    const { step } = await started(supplier, await held(supplier, [{ event: 'SC11' }]), PAGE);
    expect(step.kind === 'redirect' && step.fields.slice(0, 3).map(([name]) => name)).toEqual([
      '10',
      '2',
      'b',
    ]);
  });

  it('a token acts once: whoever comes second is shown how it ended', async () => {
    const first = await started(supplier, await held(supplier, [{ event: '6IF' }]), PAGE);
    const at = await visit(first);
    const again = await supplier.advance?.(context(), first.checkout, first.attempt, at.input);
    expect(again?.step).toMatchObject({ kind: 'settled' });
    expect((await charges()).filter(({ captured }) => captured > 0).length).toBe(1);
  });

  it('refuses a place that is on no list, and closes the payment', async () => {
    const at = await started(supplier, await held(supplier, [{ event: 'SC12' }]), PAGE);
    expect(at.step).toMatchObject({ kind: 'wait', why: 'abandoned', again: 'advance' });
    const closed = await supplier.advance?.(context(), at.checkout, at.attempt, null);
    expect(closed?.step).toMatchObject({ kind: 'declined', code: 'supplier_misconfigured', holdKept: false });
  });

  it('follows eight pages and no more', async () => {
    let at: Begun = await started(supplier, await held(supplier, [{ event: 'SC09' }]), PAGE);
    let pages = 0;
    for (; at.step.kind === 'redirect' && pages < 12; pages += 1) at = await visit(at);
    expect(pages).toBe(8);
    const closed = await supplier.advance?.(context(), at.checkout, at.attempt, null);
    expect(closed?.step).toMatchObject({ kind: 'declined', code: 'supplier_refused', holdKept: false });
    expect((await charges()).every(({ captured }) => captured === 0)).toBe(true);
  });

  it('finds a redirect again that got lost, with the token that Ingresso waits for', async () => {
    const at = await started(supplier, await held(supplier, [{ event: '6IF' }]), PAGE);
    for (const wire of ['new', 'old']) {
      await sandbox.action('ingresso', 'wire', wire);
      const lost = { ...at.attempt, memo: {}, step: null };
      const found = await supplier.check(context(), at.checkout, lost);
      expect(found.step).toMatchObject({ kind: 'redirect', returnToken: at.attempt.returnToken });
    }
  });

  it('ends a payment that the customer turned away from', async () => {
    const at = await started(supplier, await held(supplier, [{ event: '6IF' }]), PAGE);
    const letGo = { ...at.checkout, closing: 'released' as const };
    expect((await supplier.check(context(), letGo, at.attempt)).step).toMatchObject({
      kind: 'wait',
      why: 'abandoned',
    });
    expect((await supplier.advance?.(context(), letGo, at.attempt, null))?.step).toMatchObject({
      kind: 'declined',
      code: 'payment_cancelled',
    });
    expect(await supplier.release?.(context(), letGo)).toEqual({ kind: 'released' });
  });
});

describe('answers that get lost', () => {
  it.each(['before', 'after'] as const)(
    'a purchase is looked up and never sent twice (cut %s the work)',
    async (when) => {
      const checkout = await held(supplier, [{ event: '6IF' }]);
      await sandbox.fault({ provider: 'ingresso', call: 'POST /f13/purchase.v1', kind: 'drop', when });
      const at = await started(supplier, checkout, PAGE);
      expect(at.step.kind).toBe('unknown');
      const looked = await supplier.check(context(), at.checkout, { ...at.attempt, status: 'unknown' });
      expect(looked.step).toMatchObject(
        when === 'after'
          ? { kind: 'redirect' }
          : { kind: 'declined', code: 'supplier_unavailable', holdKept: true },
      );
      expect(await callsTo(/archive/)).toBe(1);
      expect(await callsTo(/purchase\.v1/)).toBe(1);
    },
  );

  it.each(['before', 'after'] as const)(
    'a callback is repeated with the same tokens or not at all (cut %s the work)',
    async (when) => {
      const at = await started(supplier, await held(supplier, [{ event: '6IF' }]), PAGE);
      await sandbox.fault({ provider: 'ingresso', call: 'POST /f13/callback.v1/*', kind: 'drop', when });
      expect((await visit(at)).step).toMatchObject({ kind: 'settled', items: [{ status: 'booked' }] });
    },
  );

  it('what came back is kept while nobody answers', async () => {
    const at = await started(supplier, await held(supplier, [{ event: '6IF' }]), PAGE);
    for (const call of ['POST /f13/callback.v1/*', 'GET /f13/status.v1'])
      await sandbox.fault({
        provider: 'ingresso',
        call,
        kind: 'status',
        when: 'before',
        status: 503,
        times: 3,
      });
    const waiting = await visit(at);
    expect(waiting.step).toMatchObject({ kind: 'wait', why: 'payment_processing', again: 'advance' });
    await sandbox.faults.clear();
    const result = await supplier.advance?.(context(), waiting.checkout, waiting.attempt, null);
    expect(result?.step).toMatchObject({ kind: 'settled', items: [{ status: 'booked' }] });
  });
});

describe('cancelling', () => {
  const bought = async (choices: readonly Choice[]) => {
    const begun = await started(supplier, await held(supplier, choices), STRIPE);
    return answer(begun, await tokensFor(begun));
  };

  it('names what must go along, and then cancels all of it', async () => {
    const { checkout } = await bought([{ event: '6IF' }, { event: '6KF' }]);
    const alone = await supplier.cancel?.(context(), checkout, ['1']);
    expect(alone).toEqual({ kind: 'with', items: ['2'] });
    expect(await supplier.cancel?.(context(), checkout, ['1', '2'])).toMatchObject({
      kind: expect.stringMatching(/cancelled|refused/),
    });
  });

  it('owes the price of what was cancelled; what may not be cancelled is refused', async () => {
    const { checkout } = await bought([{ event: '7AB', seats: ['C3'] }]);
    const cancelled = await supplier.cancel?.(context(), checkout, ['1']);
    expect(cancelled).toMatchObject({
      kind: 'cancelled',
      items: ['1'],
      money: [{ captured: 4500, refundDue: 4500 }],
    });
    const stays = await bought([{ event: 'SC40' }]);
    expect(await supplier.cancel?.(context(), stays.checkout, ['1'])).toEqual({
      kind: 'refused',
      code: 'not_cancellable',
    });
  });
});
