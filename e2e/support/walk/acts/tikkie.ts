import { expect } from '@playwright/test';
import { pressLater } from '../bench';
import { tickets } from '../ends';
import { payAsTold, payWell } from '../tills';
import { openRequest, pressAt } from '../tills/tikkie';
import type { Act } from '../walk';
import { operator } from './parts';

const paidAgain: Act = async (walk) => {
  const tab = await openRequest(walk);
  await pressAt(tab, 'Pay');
  await tickets(walk);
  await tab.reload();
  await pressAt(tab, 'Pay');
  await expect(tab.getByTestId('so-far')).toContainText('Paid twice');
  await tab.close();
  // Once there are tickets the shop looks at the link rarely by itself.
  await operator(walk, 'check', 'Was it paid twice?');
};

/** Instead, the hold ends where the shop cannot see it: then the payment comes for nothing. */
const paidLate: Act = async (walk) => {
  const { page, id, instead } = walk;
  const tab = await openRequest(walk);
  await page.goto(`/checkout/${id}`);
  if (instead) await pressLater(walk, instead);
  else
    await expect(page.locator('main')).toContainText('Your tickets are no longer held', { timeout: 120_000 });
  await pressAt(tab, 'Pay');
  await tab.close();
  await page.bringToFront();
};

const pending: Act = async (walk) => {
  await payAsTold(walk);
  await expect(
    walk.page.getByText(/confirming your payment|Do not pay again|not pay again/i).first(),
  ).toBeVisible({
    timeout: 60_000,
  });
  await pressLater(walk, walk.instead ?? 'The bank says yes');
};

const left: Act = async ({ page, id }) => {
  await page.goto('/');
  await page.goto(`/checkout/${id}`);
};

const blocked: Act = async (walk) => {
  await pressLater(walk, 'The account is blocked');
  await expect(walk.page.getByText('cannot take this payment for the moment')).toBeVisible({
    timeout: 60_000,
  });
  await pressLater(walk, 'The account is free again');
  await walk.page.reload();
  await payWell(walk);
};

/** The limit is reached, or less than the price comes in: nobody presses anything on the request's page. */
const onlyLater: Act = (walk) => pressLater(walk);

/** What is particular about payment requests. */
export const tikkie: Readonly<Record<string, Act>> = {
  'tikkie.pay.again': paidAgain,
  'tikkie.pay.late': paidLate,
  'tikkie.pay.less': onlyLater,
  'tikkie.full': onlyLater,
  'tikkie.pending': pending,
  'tikkie.leave': left,
  'tikkie.blocked': blocked,
};
