import { expect } from '@playwright/test';
import { challenge } from '../../shop';
import { pressLater } from '../bench';
import { ENDS } from '../ends';
import { payAsTold, payWell, toTheTill } from '../tills';
import { answerBank } from '../tills/bank';
import type { Act } from '../walk';
import { buyAndCancel } from './parts';

/** Is sent back to the order, and pays through the other gateway. */
const elsewhere =
  (option: string): Act =>
  async (walk) => {
    await payAsTold(walk);
    await walk.page.waitForURL(`**/checkout/${walk.id}`);
    await toTheTill(walk, option);
    await payWell(walk, option);
  };

const askedTwice: Act = async (walk) => {
  await payAsTold(walk);
  const done = challenge(walk.page).getByRole('button', { name: 'Complete' });
  await expect(done).toBeHidden();
  await done.click();
};

const sentTwice: Act = async (walk) => {
  await payAsTold(walk);
  await walk.page.getByRole('link', { name: 'Continue to the payment page' }).click();
  await answerBank(walk.page.getByTestId('challenge'), undefined);
};

const refusedThenBack: Act = async (walk) => {
  await payAsTold(walk);
  await ENDS.owed(walk);
  await pressLater(walk);
};

/** What is particular about Musement's purchases. */
export const musement: Readonly<Record<string, Act>> = {
  'musement.asked-twice': askedTwice,
  'musement.sent-twice': sentTwice,
  'musement.gateway-switched': elsewhere('musement.adyen'),
  'musement.gateway-answers-other': elsewhere('musement.stripe'),
  'musement.refused-money-stays': refusedThenBack,
  'musement.cancellation-error': buyAndCancel,
  'musement.half-comes-back': buyAndCancel,
  'musement.not-cancellable': buyAndCancel,
};
