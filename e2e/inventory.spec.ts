import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { cardsFor } from './support/cards';
import { dropinReady } from './support/dropin';
import { type Loaded, observed } from './support/inventory';
import { tillOf as activityTill } from './support/musement';
import { tillOf } from './support/octo';
import { holdLines } from './support/offers';
import { call, quickHold, quickTill } from './support/quick';
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

const cardFields = (page: Page) => async () => {
  for (const field of ['card number', 'expiration date', 'CVC']) {
    const frame = page.frameLocator(`iframe[title="Secure ${field} input frame"]`);
    await expect(frame.locator('input:visible').first()).toBeVisible();
  }
};

test('pay with stripe-card', async ({ page }) => {
  await quickTill(page);
  compare('pay stripe-card', await observed(page, () => page.reload(), cardFields(page)));
});

test('pay with stripe-token', async ({ page }) => {
  await cardsFor(page, ['6IF']);
  compare('pay stripe-token', await observed(page, () => page.reload(), cardFields(page)));
});

test('pay with adyen-dropin', async ({ page }) => {
  await tillOf(page, 'OC103', 'octo.adyen');
  compare(
    'pay adyen-dropin',
    await observed(
      page,
      () => page.reload(),
      () => dropinReady(page),
    ),
  );
});

test('pay with stripe-manual', async ({ page }) => {
  await activityTill(page, '0101', 'musement.stripe');
  compare('pay stripe-manual', await observed(page, () => page.reload(), cardFields(page)));
});

test('pay with adyen-card-fields', async ({ page }) => {
  await activityTill(page, '0105', 'musement.adyen');
  compare(
    'pay adyen-card-fields',
    await observed(
      page,
      () => page.reload(),
      () => dropinReady(page),
    ),
  );
});

test('pay with spreedly-express', async ({ page }) => {
  await tillOf(page, 'OC106', 'octo.spreedly');
  const form = page.frameLocator('iframe[name="spreedly-express"]').locator('form');
  const open = () => page.reload();
  compare('pay spreedly-express', await observed(page, open, () => expect(form).toBeAttached()));
});

test('pay with payment-link', async ({ page }) => {
  await tillOf(page, 'OC114', 'octo.external:tikkie');
  const code = page.getByRole('img', { name: /QR code/ });
  const open = () => page.reload();
  compare('pay payment-link', await observed(page, open, () => expect(code).toBeVisible()));
});

test('hand-over', async ({ page }) => {
  const id = await holdLines(page, ['6IF']);
  const begun = await call(page, `/api/checkouts/${id}/attempts`, { option: 'ingresso.redirect' });
  const { attempt } = (await begun.json()) as { attempt: { id: string } };
  // Its form would send itself, and this document would be gone.
  await page.clock.install();
  const button = page.getByRole('button', { name: /^Continue to / });
  const open = () => page.goto(`/checkout/${id}/go/${attempt.id}`);
  compare('hand-over', await observed(page, open, () => expect(button).toBeVisible()));
});

test('ops', async ({ page }) => {
  compare('ops', await observed(page, () => page.goto('/ops'), idle(page)));
});
