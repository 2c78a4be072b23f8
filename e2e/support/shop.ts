import { randomInt } from 'node:crypto';
import { expect, type FrameLocator, type Page } from '@playwright/test';

/** Cards of the sandbox, as its scenarios list them. */
export const CARDS = {
  ok: '4242424242424242',
  declined: '4000000000000002',
  insufficient: '4000000000009995',
  threeDS: '4000002500003155',
} as const;

export const ADA = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
  phone: '+442087599036',
} as const;

/** Opens an event and picks one adult ticket in the supplier's picker; ends in the basket. */
export async function pick(page: Page, event = 'T103'): Promise<void> {
  await page.goto(`/events/tickitto/${event}`);
  const picker = page.frameLocator('main iframe');
  await someDate(picker);
  const add = picker.getByRole('button', { name: /One Adult more/ });
  const times = picker.locator('#times button:enabled');
  await expect(times.first().or(add)).toBeVisible();
  if (await times.first().isVisible()) await times.nth(randomInt(await times.count())).click();
  await oneAdult(picker);
  await expect(async () => {
    if (!page.url().endsWith('/basket')) await picker.locator('#add').click({ timeout: 2000 });
    await page.waitForURL('**/basket', { timeout: 5000 });
  }).toPass();
}

/** Chooses one ticket. The frame grows with what it shows, and a click may fall beside a button that has just moved. */
export async function oneAdult(picker: FrameLocator): Promise<void> {
  const number = picker.getByRole('group', { name: 'Adult', exact: true }).getByRole('status');
  await expect(async () => {
    if ((await number.textContent()) === '0')
      await picker.getByRole('button', { name: /One Adult more/ }).click({ timeout: 2000 });
    await expect(number).toHaveText('1', { timeout: 500 });
  }).toPass();
}

/**
 * One of the coming days, from the calendar where there is room for it, else from the list. Not always the first: one
 * performance has fewer seats than the tests buy, and today's may be about to begin.
 */
export async function someDate(picker: FrameLocator): Promise<void> {
  const days = picker.locator('#soon button:visible, .day:enabled:visible');
  await expect(days.first()).toBeVisible();
  const count = Math.min(await days.count(), 6);
  await days.nth(count > 1 ? randomInt(1, count) : 0).click();
}

/** From the basket to the checkout; answers its id. */
export async function checkOut(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Checkout' }).click();
  await page.waitForURL(/\/checkout\/[^/]+$/);
  return page.url().split('/').at(-1) ?? '';
}

export async function fillDetails(page: Page, person: Readonly<Record<string, string>> = ADA): Promise<void> {
  for (const [name, value] of Object.entries(person))
    await page.locator(`[name="customer.${name}"]`).fill(value);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
}

/** From filled details to the card form. */
export async function toTheTill(page: Page): Promise<void> {
  await page.locator('form[action$="/pay"] button[type=submit]').first().click();
  await page.waitForURL(/\/pay\/[^/]+$/);
  await expect(page.getByRole('button', { name: /^Pay / })).toBeEnabled();
}

/** Types a card into the provider's frames. */
export async function typeCard(
  page: Page,
  number: string,
  { expiry = '12/34', cvc = '123' }: { expiry?: string; cvc?: string } = {},
): Promise<void> {
  const field = (title: string) =>
    page.frameLocator(`iframe[title="${title}"]`).locator('input:visible').first();
  await field('Secure card number input frame').fill(number);
  await field('Secure expiration date input frame').fill(expiry);
  await field('Secure CVC input frame').fill(cvc);
}

export async function pay(page: Page, number: string): Promise<void> {
  await typeCard(page, number);
  await page.getByRole('button', { name: /^Pay / }).click();
}

/** Everything up to the card form; answers the checkout's id. */
export async function reachTheTill(page: Page, event?: string): Promise<string> {
  await pick(page, event);
  const id = await checkOut(page);
  await fillDetails(page);
  await toTheTill(page);
  return id;
}

/** The bank's challenge page within the provider's dialog. */
export function challenge(page: Page): FrameLocator {
  return page.frameLocator('iframe[name="__stripeJSChallengeFrame"]');
}

/** The checkout as the API answers it to this browser. */
export async function view(page: Page, id: string) {
  const response = await page.request.get(`/api/checkouts/${id}`);
  expect(response.status()).toBe(200);
  return (await response.json()) as {
    tickets: string;
    money: { state: string; entries: { reference?: string; captured: number; refundDue: number }[] };
    items: { title: string; status: string; reference?: string; vouchers: { href: string }[] }[];
    attempt?: { id: string; status: string; step?: { id: string } };
    reference: string;
  };
}

/** The payment's id, by which the sandbox's ledger knows it. */
export async function intentOf(page: Page, id: string): Promise<string> {
  const { money } = await view(page, id);
  return money.entries.find((entry) => entry.reference)?.reference ?? '';
}
