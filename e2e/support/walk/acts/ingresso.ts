import { expect } from '@playwright/test';
import { cardEntry } from '../../cards';
import { pressLater } from '../bench';
import { payAsTold } from '../tills';
import type { Act } from '../walk';
import { buyAndCancel } from './parts';

const cardTwice: Act = async (walk) => {
  const { page } = walk;
  await payAsTold(walk);
  const number = cardEntry(page)
    .frameLocator('iframe[title="Secure card number input frame"]')
    .locator('input:visible');
  await expect(number.first()).toHaveValue('', { timeout: 30_000 });
  await payAsTold(walk);
};

const abandoned: Act = async (walk) => {
  await expect(walk.page.getByTestId('dummy')).toBeVisible({ timeout: 30_000 });
  await walk.page.goto(`/checkout/${walk.id}`);
  await pressLater(walk, 'The platform gives up');
};

/** What is particular about Ingresso's purchases. */
export const ingresso: Readonly<Record<string, Act>> = {
  'ingresso.stripe.token-lost': cardTwice,
  'ingresso.redirect.abandoned': abandoned,
  'ingresso.cancel': buyAndCancel,
};
