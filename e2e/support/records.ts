import type { Page } from '@playwright/test';
import { type Ledger, ledgerOf, type Sandbox, sandbox } from './sandbox';
import { intentOf } from './shop';
import { expect } from './test';

/** The payment's id, also before anything was paid. */
export async function intentAt(page: Page, id: string): Promise<string> {
  const response = await page.request.get(`/api/checkouts/${id}`);
  const { attempt } = (await response.json()) as { attempt?: { step?: { params?: { intent?: string } } } };
  return attempt?.step?.params?.intent ?? intentOf(page, id);
}

/** How often something happened at a payment: calls that the provider saw for this intent, by what they end in. */
export async function confirmsOf(intent: string, at: Sandbox = sandbox): Promise<number> {
  const { calls } = await at.ledger();
  return calls.filter(({ path }) => path === `/v1/payment_intents/${intent}/confirm`).length;
}

/** The page shows tickets, and the outside world agrees: one charge, in full, for one booking and nothing else. */
export async function boughtOnce(
  page: Page,
  id: string,
  at: Sandbox = sandbox,
): Promise<Omit<Ledger, 'calls'>> {
  await page.waitForURL(`**/checkout/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets', { timeout: 20_000 });
  const records = await ledgerOf(await intentOf(page, id), at);
  const { charges, bookings, holds } = records;
  expect(charges).toHaveLength(1);
  expect(charges).toMatchObject([{ status: 'captured', refunded: 0 }]);
  expect(bookings).toHaveLength(1);
  expect(bookings).toMatchObject([{ status: 'booked', amount: charges[0]?.captured }]);
  expect(holds).toHaveLength(1);
  return records;
}

/** Nothing was taken for this payment so far. */
export async function unpaid(intent: string, at: Sandbox = sandbox): Promise<void> {
  const { charges, bookings } = await ledgerOf(intent, at);
  expect(charges).toMatchObject([{ captured: 0, refunded: 0 }]);
  expect(bookings).toEqual([]);
}

/** How many calls of this kind the ticket office has seen from everybody. */
export async function callsOf(method: string, path: string, at: Sandbox = sandbox): Promise<number> {
  const { calls } = await at.ledger();
  return calls.filter((call) => call.method === method && call.path === path).length;
}
