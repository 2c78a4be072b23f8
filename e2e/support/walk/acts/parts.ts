import { expect } from '@playwright/test';
import { logIn, act as operate } from '../../operator';
import { stage } from '../../orders';
import { pressLater } from '../bench';
import { ENDS } from '../ends';
import { payAsTold, toTheTill } from '../tills';
import type { Act, Walk } from '../walk';

/** Nothing is done: time or the shop itself does the rest. */
export const leave: Act = async () => undefined;

/** Says yes to what has changed. */
export async function agree({ page }: Walk): Promise<void> {
  await page.getByRole('button', { name: 'Continue with these tickets' }).click();
  await stage(page, 'Pay for your tickets', 20_000);
}

/** Accepts what has changed, where anything has, and pays. */
export const fromOrder: Act = async (walk) => {
  const heading = walk.page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/^(Something changed|Pay for your tickets)$/);
  if ((await heading.textContent()) === 'Something changed') await agree(walk);
  if (await toTheTill(walk)) await payAsTold(walk);
};

/** The order's page has something to say about a payment: it waits, or it has tickets. */
export async function paid({ page, id }: Walk): Promise<void> {
  await page.waitForURL(`**/checkout/${id}`, { timeout: 60_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(Confirming|Finding out|Your tickets)/, {
    timeout: 60_000,
  });
  await expect(page.getByRole('button', { name: /^(Pay|Hold)/ })).toHaveCount(0);
}

/** Pays, and presses the bench's button for what comes after that; the first, where it is not said otherwise. */
export const payThenLater: Act = async (walk) => {
  await payAsTold(walk);
  await paid(walk);
  await pressLater(walk, walk.instead);
};

/** An operator does something with the order, in the bench's tab. */
export async function operator({ bench, id }: Walk, what: 'check' | 'cancel', reason: string): Promise<void> {
  await logIn(bench, 'Grace');
  await expect(bench.getByRole('heading', { level: 1 })).toBeVisible();
  await bench.goto(`/ops/${id}`);
  await operate(bench, what, reason);
  await expect(bench.locator('main')).toContainText(reason);
  await bench.goto('about:blank');
}

/** Pays, and has an operator cancel what is booked. */
export const buyAndCancel: Act = async (walk) => {
  await payAsTold(walk);
  await ENDS.tickets(walk);
  await operator(walk, 'cancel', 'Customer is ill');
  await walk.page.reload();
};
