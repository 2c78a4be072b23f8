import { expect, type Page } from '@playwright/test';
import { type Mail, sandbox } from './sandbox';
import { CARDS, intentOf, pay, reachTheTill, view } from './shop';

/** Buys one ticket of an event; ends on the order's page, whatever came of it. Answers the checkout's id. */
export async function buy(page: Page, event: string): Promise<string> {
  const id = await reachTheTill(page, event);
  await payWell(page, id);
  return id;
}

/** Pays with a card that is never refused, and waits to be taken back to the order. */
export async function payWell(page: Page, id: string): Promise<void> {
  await pay(page, CARDS.ok);
  await page.waitForURL(`**/checkout/${id}`);
}

/** The heading of the order's page: which state it is in. */
export async function stage(page: Page, heading: string | RegExp, timeout?: number): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading, { timeout });
}

/** The card of one item on the page of an order that was paid. */
export function ticket(page: Page, title: string) {
  return page.getByRole('article').filter({ has: page.getByRole('heading', { name: title }) });
}

/** The supplier's own id of a paid basket: what the sandbox's actions are called with. */
export async function basketOf(page: Page, id: string): Promise<string> {
  const intent = await intentOf(page, id);
  const { charges } = await sandbox.ledger();
  return charges.find((charge) => charge.id === intent)?.group ?? '';
}

/** Mails that name an order, oldest first. */
export async function mailsOf(reference: string): Promise<Mail[]> {
  return (await sandbox.mail()).filter(({ text }) => text.includes(reference));
}

/** Waits until exactly so many mails name an order; answers them. */
export async function mailed(reference: string, count: number): Promise<Mail[]> {
  await expect.poll(async () => (await mailsOf(reference)).length, { timeout: 15_000 }).toBe(count);
  return mailsOf(reference);
}

/** The payment that stands ready at the till: before money moves the order does not name it yet. */
export async function openIntent(page: Page, id: string): Promise<string> {
  const { attempt } = await view(page, id);
  const [intent = 'none'] = /pi_[A-Za-z0-9]+/.exec(JSON.stringify(attempt)) ?? [];
  return intent;
}
