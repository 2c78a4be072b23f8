import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type Loaded, observed } from './support/inventory';
import { quickHold, quickTill } from './support/quick';
import { expect, test } from './support/test';

const FILE = 'security/inventory.json';
const inventory = JSON.parse(readFileSync(FILE, 'utf8')) as { documents: Record<string, Loaded> };

/** With `INVENTORY=write` the file becomes what was seen: for a person to read the difference and commit it. */
function compare(kind: string, seen: Loaded): void {
  if (process.env.INVENTORY !== 'write') {
    expect(seen, `What the document "${kind}" loads is not what ${FILE} lists`).toEqual(
      inventory.documents[kind],
    );
    return;
  }
  const now = JSON.parse(readFileSync(FILE, 'utf8')) as typeof inventory;
  now.documents[kind] = seen;
  writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`);
}

test.describe.configure({ mode: 'serial' });

const idle = (page: Page) => () => page.waitForLoadState('networkidle');

test('shop', async ({ page }) => {
  compare('shop', await observed(page, () => page.goto('/'), idle(page)));
});

test('event', async ({ page }) => {
  const picker = page.frameLocator('main iframe').locator('body');
  compare(
    'event',
    await observed(
      page,
      () => page.goto('/events/tickitto/T103'),
      () => expect(picker).not.toBeEmpty(),
    ),
  );
});

test('checkout', async ({ page }) => {
  const id = await quickHold(page);
  compare('checkout', await observed(page, () => page.goto(`/checkout/${id}`), idle(page)));
});

test('pay with stripe-card', async ({ page }) => {
  await quickTill(page);
  const ready = async () => {
    for (const field of ['card number', 'expiration date', 'CVC']) {
      const frame = page.frameLocator(`iframe[title="Secure ${field} input frame"]`);
      await expect(frame.locator('input:visible').first()).toBeVisible();
    }
  };
  compare('pay stripe-card', await observed(page, () => page.reload(), ready));
});

test('hand-over', async ({ page, watch }) => {
  // No supplier of today leads off the site; the policy of the address stands all the same.
  watch.expected.push(/status of 404/);
  compare('hand-over', await observed(page, () => page.goto('/checkout/none/go/none'), idle(page)));
});

test('ops', async ({ page }) => {
  compare('ops', await observed(page, () => page.goto('/ops'), idle(page)));
});
