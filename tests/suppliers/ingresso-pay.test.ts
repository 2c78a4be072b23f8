import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Checkout } from '@/lib/checkout/model';
import type { Supplier } from '@/lib/checkout/supplier';
import { payers } from '../contract/payers';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { context, following, inputOf, started } from '../support/supplier-desk';
import { type Choice, CUSTOMER, held, shop } from './ingresso-shop';
import { answer, tokensFor } from './ingresso-till';

/** Paying on credit and by Stripe's tokens, call by call. What the heart makes of it is the contract suite's business. */

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
    const { step } = await answer(supplier, begun, await tokensFor(sandbox, begun));
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
    const given = (await tokensFor(sandbox, begun)) as { tokens: Record<string, string> };
    const { step } = await answer(supplier, begun, { tokens: { ext_test0: given.tokens.ext_test0 ?? '' } });
    expect(step).toMatchObject({ kind: 'declined', holdKept: true });
    expect(await callsTo(/purchase/)).toBe(0);
  });

  it('asks for the one that Ingresso misses, and sends it to the callback without a redirect', async () => {
    const begun = await started(supplier, await held(supplier, TWO), STRIPE);
    const given = (await tokensFor(sandbox, begun)) as { tokens: Record<string, string> };
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
      following(whole, STRIPE, asked, { returnToken: ctx.returnToken }).attempt,
    );
    expect(looked.step).toMatchObject({
      kind: 'pay',
      method: 'stripe-token',
      params: { charges: [{ key: 'ext_test2' }] },
    });
    const again = following(whole, STRIPE, looked, { returnToken: ctx.returnToken });
    const { step } = await answer(supplier, again, await tokensFor(sandbox, again));
    expect(step).toMatchObject({ kind: 'settled', items: [{ status: 'booked' }, { status: 'booked' }] });
  });

  it('tells a card that is declined, and that the seats are gone', async () => {
    const begun = await started(supplier, await held(supplier, [{ event: '6IF' }]), STRIPE);
    const pay = payers['stripe-token'];
    const params = begun.step.kind === 'pay' ? begun.step.params : null;
    const tokens = await pay?.((provider) => sandbox.origin(provider), params, 'declined');
    const { step } = await answer(supplier, begun, tokens ?? null);
    expect(step).toMatchObject({ kind: 'declined', code: 'card_declined', holdKept: false });
    expect((await charges()).every(({ captured }) => captured === 0)).toBe(true);
  });

  it('books what it can: one bundle, and the other’s money goes back by itself', async () => {
    const begun = await started(
      supplier,
      await held(supplier, [{ event: '6IF' }, { event: 'SC21' }]),
      STRIPE,
    );
    const { step } = await answer(supplier, begun, await tokensFor(sandbox, begun));
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

describe('cancelling', () => {
  const bought = async (choices: readonly Choice[]) => {
    const begun = await started(supplier, await held(supplier, choices), STRIPE);
    return answer(supplier, begun, await tokensFor(sandbox, begun));
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
