import { expect } from '@playwright/test';
import { cardEntry } from '../../cards';
import { choose } from '../../offers';
import { APP_URL } from '../../places';
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

/** There is no way out to there: the shop closes the payment instead. */
const noWayOut: Act = async ({ page, id }) => {
  await choose(page, id, 'ingresso.redirect');
  await expect(page.getByRole('button', { name: 'Hold these tickets again' })).toBeVisible({
    timeout: 60_000,
  });
  expect(new URL(page.url()).origin).toBe(APP_URL);
};

/** What is particular about Ingresso's purchases. */
export const ingresso: Readonly<Record<string, Act>> = {
  'ingresso.stripe.token-lost': cardTwice,
  'ingresso.redirect.foreign': noWayOut,
  'ingresso.redirect.abandoned': abandoned,
  'ingresso.cancel': buyAndCancel,
};
