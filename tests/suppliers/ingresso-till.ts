import type { Json } from '@/lib/checkout/json';
import type { Supplier } from '@/lib/checkout/supplier';
import { type Means, payers } from '../contract/payers';
import { arrival, walk } from '../contract/walk';
import type { TestSandbox } from '../support/sandbox';
import { context, following, inputOf } from '../support/supplier-desk';

/** What a customer of Ingresso's does at the till, without a heart in between. */

export type Begun = ReturnType<typeof following>;

/** The page's card form, once for all charges. */
export const tokensFor = async (
  sandbox: TestSandbox,
  { step }: Begun,
  means: Means = 'good',
): Promise<Json> => {
  const pay = payers['stripe-token'];
  if (step.kind !== 'pay' || !pay) throw new Error(`Not to be paid: ${JSON.stringify(step)}`);
  return pay((provider) => sandbox.origin(provider), step.params, means);
};

export const answer = async (supplier: Supplier, begun: Begun, data: Json) => {
  const ctx = context();
  const result = await supplier.advance?.(ctx, begun.checkout, begun.attempt, inputOf('result', data));
  if (!result) throw new Error('No advance');
  return following(begun.checkout, begun.attempt.option, result, { returnToken: ctx.returnToken });
};

/** Goes to the payment page, presses its button, and comes back. */
export const visit = async (supplier: Supplier, begun: Begun, means: Means = 'good') => {
  const { step } = begun;
  if (step.kind !== 'redirect') throw new Error(`Nowhere to go: ${JSON.stringify(step)}`);
  const back = arrival.parse(await walk({ ...step, id: 's1' }, means));
  const ctx = context();
  const input = inputOf('return', back.params as Json, back.token);
  const result = await supplier.advance?.(ctx, begun.checkout, begun.attempt, input);
  if (!result) throw new Error('No advance');
  return {
    ...following(begun.checkout, begun.attempt.option, result, { returnToken: ctx.returnToken }),
    input,
  };
};
