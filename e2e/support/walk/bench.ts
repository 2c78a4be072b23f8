import { expect, type Page } from '@playwright/test';
import type { Scenario } from './scenarios';
import type { Walk } from './walk';

/** Presses a scenario's own button on the test bench: the tab that it opens, and the checkout. */
export async function openFromBench(bench: Page, scenario: Scenario, instead?: string): Promise<Walk> {
  await bench.goto('/qa');
  const card = bench.locator(`[id="${scenario.id}"]`);
  const [page, id] = await Promise.all([
    bench.context().waitForEvent('page'),
    scenario.buy.opens === 'event' ? '' : openedIn(bench),
    card.getByRole(scenario.buy.opens === 'event' ? 'link' : 'button', { name: /^(Open|Go to)/ }).click(),
  ]);
  // It looks at the ledger every few seconds, and nobody looks at it.
  await bench.goto('about:blank');
  return { scenario, instead, page, bench, id };
}

/** The checkout that the bench's form leads to, before anything leads on from there. */
async function openedIn(bench: Page): Promise<string> {
  const isForm = (url: string) => new URL(url).pathname === '/qa/open';
  const answer = await bench.context().waitForEvent('response', (one) => isForm(one.url()));
  const place = (await answer.allHeaders()).location ?? '';
  expect(place, 'where the button of the test bench leads').toMatch(/\/checkout\/[^/]+/);
  return /\/checkout\/([^/]+)/.exec(place)?.[1] ?? '';
}

/** Presses a button beside the purchase: what somebody over there does with it. */
export async function pressLater({ bench, scenario, page }: Walk, title?: string): Promise<void> {
  await bench.goto('/qa');
  const beside = bench.getByRole('region', { name: 'Your purchases' });
  await beside.getByRole('button', { name: title ?? scenario.buy.later?.[0]?.title }).click();
  await expect(bench).toHaveURL(/\/qa$/);
  await bench.goto('about:blank');
  await page.bringToFront();
}
