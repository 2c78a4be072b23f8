import { activeAttempt } from '@/lib/checkout/ledgers';
import type { Checkout, PlacedStep } from '@/lib/checkout/model';
import { octoUnderTest } from '../contract/octo';
import { type Stage, stage } from '../contract/stage';
import { hold, toTheTill } from '../support/customer';
import { sandbox, store } from '../support/stage-set';

/** A customer of OCTO at a real heart, with a sandbox and a store of their own. */

export { onStage, sandbox } from '../support/stage-set';

export const at = (option: string, events?: readonly string[]): Promise<Stage> => {
  const known = octoUnderTest.options.find(({ id }) => id === option);
  const way = known ?? { id: option, moves: 'shop' as const, challenges: false };
  return stage(sandbox, store, octoUnderTest, way, events);
};

/** Holds, and goes to pay. */
export async function atTill(customer: Stage): Promise<PlacedStep> {
  await hold(customer);
  const step = await toTheTill(customer);
  if (!step) throw new Error('There is nothing to pay');
  return step;
}

/** The page shows another form than this one, or none any more. */
export const isNext = (checkout: Checkout, { id }: PlacedStep) => {
  const now = activeAttempt(checkout)?.step;
  return now === undefined || now === null || (now.kind === 'pay' && now.id !== id);
};
