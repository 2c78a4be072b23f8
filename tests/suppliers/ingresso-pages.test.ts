import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Supplier } from '@/lib/checkout/supplier';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { context, started } from '../support/supplier-desk';
import { held, shop } from './ingresso-shop';
import { type Begun, visit } from './ingresso-till';

/** Paying on payment pages, call by call, and answers that get lost. */

let sandbox: TestSandbox;
let supplier: Supplier;
beforeAll(async () => {
  sandbox = await testSandbox();
  supplier = shop(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const PAGE = 'ingresso.redirect';

const callsTo = async (path: RegExp) =>
  (await sandbox.ledger()).calls.filter((call) => path.test(call.path)).length;
const charges = async () => (await sandbox.ledger()).charges;

describe('on payment pages', () => {
  it('goes there and back, one page after another, with a token for each', async () => {
    let at: Begun = await started(supplier, await held(supplier, [{ event: 'SC03' }]), PAGE);
    const methods: string[] = [];
    for (let page = 0; page < 3; page += 1) {
      methods.push(at.step.kind === 'redirect' ? at.step.httpMethod : at.step.kind);
      at = await visit(supplier, at);
    }
    expect(methods).toEqual(['GET', 'POST', 'GET']);
    expect(at.step).toMatchObject({ kind: 'settled', items: [{ status: 'booked' }] });
  });

  it('passes on what came back as it came, in its order', async () => {
    const at = await visit(
      supplier,
      await started(supplier, await held(supplier, [{ event: 'SC14' }]), PAGE),
    );
    expect(at.step.kind).toBe('settled');
    const back = await visit(
      supplier,
      await started(supplier, await held(supplier, [{ event: 'SC13' }]), PAGE),
    );
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
    const at = await visit(supplier, first);
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
    for (; at.step.kind === 'redirect' && pages < 12; pages += 1) at = await visit(supplier, at);
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
      expect((await visit(supplier, at)).step).toMatchObject({
        kind: 'settled',
        items: [{ status: 'booked' }],
      });
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
    const waiting = await visit(supplier, at);
    expect(waiting.step).toMatchObject({ kind: 'wait', why: 'payment_processing', again: 'advance' });
    await sandbox.faults.clear();
    const result = await supplier.advance?.(context(), waiting.checkout, waiting.attempt, null);
    expect(result?.step).toMatchObject({ kind: 'settled', items: [{ status: 'booked' }] });
  });
});
