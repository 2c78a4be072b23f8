import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { PlacedStep } from '@/lib/checkout/model';
import type { Supplier } from '@/lib/checkout/supplier';
import type { Means } from '../contract/payers';
import { arrival } from '../contract/walk';
import { pay } from '../support/customer';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { clock, context, following, held, inputOf, shop, started } from './musement-shop';

export const STRIPE = 'musement.stripe';
export const ADYEN = 'musement.adyen';

export type Paying = ReturnType<typeof following>;

/** A sandbox for a file's tests, and the supplier as each of them begins with it. */
export let sandbox: TestSandbox;
export let musement: Supplier;

/** Goes on with a supplier of another configuration. */
export function reconfigured(overrides: Record<string, string | undefined>): void {
  musement = shop(sandbox, overrides);
}

/**
 * Registers the set-up of a file's tests. Answers a customer at the till, who begins to pay, goes on with what each step asks for,
 * and waits until nothing is pending.
 */
export function till() {
  beforeAll(async () => {
    sandbox = await testSandbox();
  });
  beforeEach(async () => {
    await sandbox.reset();
    clock.offsetMs = 0;
    musement = shop(sandbox);
  });
  afterAll(() => sandbox.close());

  /** What a customer does at a step, by the provider's own API. */
  const brings = (means: Means, { step }: Paying) =>
    pay({ origin: (id: never) => sandbox.origin(id) } as never, { ...step, id: 's1' } as PlacedStep, means);

  /** Goes on with what the customer brings to this step. */
  const onward = async (paying: Paying, means: Means = 'good', option = STRIPE): Promise<Paying> => {
    const data = await brings(means, paying);
    const back = paying.step.kind === 'redirect' ? arrival.parse(data) : null;
    const input = back ? inputOf('return', back.params, back.token) : inputOf('result', data);
    const result = await musement.advance?.(context(), paying.checkout, paying.attempt, input);
    if (!result) throw new Error('unreachable');
    const memo = result.memo ?? paying.attempt.memo;
    return following(paying.checkout, option, { ...result, memo });
  };

  const begun = async (event: string, option = STRIPE): Promise<Paying> =>
    started(musement, await held(musement, [{ event }]), option);

  /** Time passes on both sides until nothing is pending any more. */
  const settled = async ({ checkout, attempt }: Pick<Paying, 'checkout' | 'attempt'>) => {
    for (let tries = 0; tries < 12; tries += 1) {
      const { step } = await musement.check(context(), checkout, attempt);
      if (step.kind === 'settled' && step.items.every(({ status }) => status !== 'pending')) return step;
      await pass(1000);
    }
    throw new Error('It never settled');
  };

  const pass = async (ms: number) => {
    clock.offsetMs += ms;
    await sandbox.clock(clock.offsetMs);
  };

  /** What was charged, payment by payment. */
  const charged = async () => (await sandbox.ledger()).charges.map(({ captured }) => captured);

  return { onward, begun, settled, pass, charged };
}
