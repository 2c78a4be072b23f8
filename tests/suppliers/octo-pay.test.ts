import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/checkout/json';
import { activeAttempt } from '@/lib/checkout/ledgers';
import type { PlacedStep } from '@/lib/checkout/model';
import { paymentOptions } from '@/lib/checkout/options';
import { spreedlyExpressParams } from '@/lib/payments/spreedly-express/params';
import { objections } from '../contract/stage';
import { arrival, walk } from '../contract/walk';
import { granted, hold, pay, report, standingOf, tryAgain } from '../support/customer';
import { at, atTill, isNext, onStage, sandbox } from './octo-stage';

/** Fixed returns, signatures, lost answers, saved cards, nothing due and money that comes too late, with a heart. */

onStage('octo-pay');

const charges = async () => (await sandbox.ledger()).charges;
const nobody = { ip: null, userAgent: null, accept: null };

describe('Viva', () => {
  async function away() {
    const customer = await at('octo.viva');
    const step = await atTill(customer);
    if (step.kind !== 'redirect') throw new Error('Nowhere to go');
    const code = step.fields.find(([name]) => name === 'ref')?.[1] ?? '';
    return { customer, step, code, key: `viva:${code}` };
  }

  it('comes back to an address that is the same for all: by its code, once, and safely again', async () => {
    const { customer, step, code, key } = await away();
    expect(Number(code)).toBeGreaterThan(2 ** 53);
    const { token, params } = arrival.parse(step.kind === 'redirect' ? await walk(step, 'good') : null);
    expect(token).toBe('viva');
    const before = (await sandbox.ledger()).calls.length;
    await Promise.all(Array.from({ length: 8 }, () => customer.heart.returned(key, params as JsonObject)));
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    const confirms = (await sandbox.ledger()).calls
      .slice(before)
      .filter(({ path }) => path.endsWith('/confirm'));
    expect(confirms).toHaveLength(1);
    expect(await customer.heart.returned(key, params as JsonObject)).not.toBeNull();
    expect(await customer.heart.returned('viva:1234567890123456', params as JsonObject)).toBeNull();
    expect(await objections(customer)).toEqual([]);
  });

  it('with another checkout’s transaction is refused there, and takes nothing from its owner', async () => {
    const mine = await away();
    const theirs = await away();
    const paid = arrival.parse(mine.step.kind === 'redirect' ? await walk(mine.step, 'good') : null);
    const query = (paid.params.query as [string, string][]).map(([name, value]) =>
      name === 's' ? ([name, theirs.code] as const) : ([name, value] as const),
    );
    await theirs.customer.heart.returned(theirs.key, { ...paid.params, query } as JsonObject);
    expect(activeAttempt(await theirs.customer.now())).toBeNull();
    expect((await theirs.customer.now()).attempts.at(-1)).toMatchObject({ status: 'declined' });
    expect((await sandbox.ledger()).bookings.filter(({ status }) => status === 'booked')).toEqual([]);
    await mine.customer.heart.returned(mine.key, paid.params as JsonObject);
    expect(standingOf(await mine.customer.rest())).toBe('booked/captured');
  });

  it('refused there is another choice here, with the same code and a new hop', async () => {
    const { customer, step, key } = await away();
    const { params } = arrival.parse(step.kind === 'redirect' ? await walk(step, 'declined') : null);
    await customer.heart.returned(key, params as JsonObject);
    expect((await customer.now()).attempts.at(-1)).toMatchObject({ status: 'declined' });
    const again = await tryAgain(customer);
    if (again) await report(customer, again, await pay(customer, again, 'good'));
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    expect(await objections(customer)).toEqual([]);
  });

  it('that nobody comes back from books by itself', async () => {
    const { customer, step } = await away();
    if (step.kind === 'redirect') await walk(step, 'good');
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    expect(await objections(customer)).toEqual([]);
  });
});

describe('Spreedly', () => {
  const signedOf = (step: PlacedStep | null | undefined) =>
    step?.kind === 'pay' ? spreedlyExpressParams.parse(step.params).signed : undefined;

  it('signed, and refused: the form comes again with another signature, and another card pays', async () => {
    const customer = await at('octo.spreedly', ['OC913']);
    const step = await atTill(customer);
    const first = signedOf(step);
    expect(first).toMatchObject({ nonce: expect.any(String), certificateToken: expect.any(String) });
    await report(customer, step, await pay(customer, step, 'declined'));
    const seen = await customer.until((now) => isNext(now, step), 60_000);
    expect(seen.attempts).toMatchObject([{ status: 'open', declines: 1, lastDecline: 'card_declined' }]);
    const again = activeAttempt(seen)?.step;
    expect(signedOf(again)?.nonce).not.toBe(first?.nonce);
    // The signature of before is good for no second card.
    expect(await pay(customer, step, 'good')).toBeNull();
    if (again) await report(customer, again, await pay(customer, again, 'good'));
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    expect((await charges()).map(({ captured }) => captured).filter(Boolean)).toHaveLength(1);
    expect(await objections(customer)).toEqual([]);
  });
});

describe('a confirmation whose answer is lost', () => {
  it.each(['octo.stripe', 'octo.adyen', 'octo.viva', 'octo.spreedly'])(
    'is looked for and not sent again, and is paid once: %s',
    async (option) => {
      const customer = await at(option);
      const step = await atTill(customer);
      const data = await pay(customer, step, 'good');
      await sandbox.fault({ provider: 'octo', call: 'POST /octo/orders/*', kind: 'drop', when: 'after' });
      await report(customer, step, data);
      expect(standingOf(await customer.rest())).toBe('booked/captured');
      const { calls, bookings } = await sandbox.ledger();
      expect(calls.filter(({ path }) => /^\/octo\/.*\/confirm$/.test(path))).toMatchObject([
        { fault: expect.stringContaining('drop after') },
      ]);
      expect(bookings).toMatchObject([{ status: 'booked' }]);
      expect((await charges()).filter(({ captured }) => captured > 0)).toHaveLength(1);
      expect(await objections(customer)).toEqual([]);
    },
  );
});

describe('a saved card', () => {
  const asked = (id: string) => ({
    id: randomUUID(),
    option: 'octo.saved-card',
    instrument: { kind: 'saved' as const, id },
    client: nobody,
  });

  it('pays the rest where the order lists it, and no other does', async () => {
    const customer = await at('octo.saved-card', ['OC910']);
    const checkout = await hold(customer);
    expect(checkout.totals).toMatchObject([{ items: 2000, discount: 0, paidBefore: 600, due: 1400 }]);
    const supplier = customer.shop.deps.suppliers.get('octo');
    if (!supplier) throw new Error('It is off');
    const listed = paymentOptions(checkout, supplier, []).find(({ id }) => id === 'octo.saved-card');
    expect(listed?.instruments).toMatchObject([
      { kind: 'saved', label: expect.stringMatching(/^Visa •••• 4242/) },
    ]);
    const foreign = await customer.heart.attempt(customer.id, asked('card_of_somebody_else'));
    expect(foreign).toMatchObject({ ok: false, problem: { code: 'option_unavailable' } });
    granted(await customer.heart.attempt(customer.id, asked(listed?.instruments?.[0]?.id ?? '')));
    expect(standingOf(await customer.rest())).toBe('booked/captured');
    const taken = (await charges()).map((row) => row.captured).filter((amount) => amount > 0);
    const captured = taken.sort((a, b) => a - b);
    expect(captured).toEqual([600, 1400]);
    expect((await customer.now()).money).toMatchObject([{ due: 1400, captured: 1400, refundDue: 0 }]);
  });

  it('does not exist where nobody paid before', async () => {
    const customer = await at('octo.saved-card', ['OC101']);
    await hold(customer);
    const refused = await customer.heart.attempt(customer.id, asked('card_1'));
    expect(refused).toMatchObject({ ok: false, problem: { code: 'option_unavailable' } });
  });
});

describe('what costs nothing', () => {
  it('is booked without a card, a form or a charge', async () => {
    const customer = await at('octo.external', ['OC110']);
    await hold(customer);
    granted(
      await customer.heart.attempt(customer.id, {
        id: randomUUID(),
        option: 'octo.external',
        client: nobody,
      }),
    );
    expect((await customer.rest()).items).toMatchObject([{ status: 'booked' }]);
    expect(await charges()).toEqual([]);
  });

  it('is the only thing that is booked without a proof', async () => {
    const customer = await at('octo.external', ['OC112']);
    await hold(customer);
    const refused = await customer.heart.attempt(customer.id, {
      id: randomUUID(),
      option: 'octo.external',
      client: nobody,
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'option_unavailable' } });
    expect((await sandbox.ledger()).bookings).toEqual([]);
  });
});

describe('money for a hold that is over', () => {
  it('is owed back and a person is called, where Stripe took it at once', async () => {
    const customer = await at('octo.stripe', ['OC909']);
    const step = await atTill(customer);
    const data = await pay(customer, step, 'good');
    await customer.act({ action: 'expire', id: ({ memo }) => String(memo.group) });
    await report(customer, step, data);
    const end = await customer.rest();
    expect(standingOf(end)).toBe('failed/refund_due');
    expect(end.attention?.code).toBe('refund_due');
    expect(await objections(customer)).toEqual([]);
  });
});
