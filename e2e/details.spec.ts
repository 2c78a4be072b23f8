import { errorsOf, tillWithoutScripts } from './support/forms';
import { openIntent } from './support/orders';
import { ledgerOf } from './support/sandbox';
import { ADA, checkOut, fillDetails, pick, toTheTill, view } from './support/shop';
import { accessible, expect, test } from './support/test';

test('mistakes are listed, linked, and lose nothing that was typed', async ({ page }) => {
  await pick(page);
  const id = await checkOut(page);
  await fillDetails(page, { ...ADA, firstName: '', email: 'ada at example' });
  const summary = page.getByRole('region', { name: 'There is a problem' });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: Your details/);
  await accessible(page);
  const links = await errorsOf(summary);
  expect(links).toHaveLength(2);
  for (const { text, target } of links) {
    await expect(target).toHaveAttribute('aria-invalid', 'true');
    expect(await target.evaluate((field) => document.getElementById(`${field.id}-error`)?.textContent)).toBe(
      text,
    );
  }
  await summary.getByRole('link').first().click();
  await expect(page.locator('[name="customer.firstName"]')).toBeFocused();
  await expect(page.locator('[name="customer.email"]')).toHaveValue('ada at example');
  await expect(page.locator('[name="customer.lastName"]')).toHaveValue(ADA.lastName);
  expect((await view(page, id)).money.entries.every(({ reference }) => !reference)).toBe(true);

  await fillDetails(page);
  await expect(page).toHaveTitle(/^Pay for your tickets/);
  await expect(page.locator('main')).toContainText(ADA.email);
});

test('what cannot be a name is refused or stays text', async ({ page }) => {
  await pick(page);
  await checkOut(page);
  const field = (name: string) => page.locator(`[name="customer.${name}"]`);
  const summary = page.getByRole('region', { name: 'There is a problem' });

  // Longer than a name may be, also where the browser does not stop it; and a card number, typed into the wrong field.
  await field('firstName').evaluate((input) => input.removeAttribute('maxlength'));
  await fillDetails(page, { ...ADA, firstName: 'x'.repeat(300), lastName: '4242 4242 4242 4242' });
  await expect(summary.getByRole('link')).toHaveCount(2);
  await expect(field('firstName')).toHaveValue(/^x{100,300}$/);
  await expect(page.locator('main')).not.toContainText('4242 4242 4242 4242');

  await fillDetails(page, { ...ADA, firstName: '<img src=x onerror=alert(1)>', lastName: 'a\u202Etxt' });
  const invited = await summary.count();
  if (invited > 0) await fillDetails(page, { ...ADA, firstName: '{{7*7}}', lastName: "O'Brien-Núñez 山田" });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pay for your tickets');
  expect(await page.locator('main img[src="x"]').count()).toBe(0);
  expect(await page.locator('main').textContent()).not.toContain('\u202E');
});

test.describe('without JavaScript', () => {
  test('details, mistakes and the choice work by forms; the pay page says what it needs', async ({
    page,
    browser,
    contextOptions,
    address,
  }) => {
    await pick(page);
    const context = await browser.newContext({
      ...contextOptions,
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
      extraHTTPHeaders: { 'x-forwarded-for': address },
    });
    const plain = await context.newPage();
    await plain.goto('/basket');
    const id = await checkOut(plain);
    await fillDetails(plain, { ...ADA, email: 'nowhere' });
    const summary = plain.getByRole('region', { name: 'There is a problem' });
    await expect(summary.getByRole('link')).toHaveCount(1);
    await expect(plain).toHaveTitle(/^Error: /);
    await expect(plain.locator('[name="customer.lastName"]')).toHaveValue(ADA.lastName);
    await fillDetails(plain);
    await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Pay for your tickets');
    await plain.locator('form[action$="/pay"] button[type=submit]').first().click();
    await plain.waitForURL(new RegExp(`/checkout/${id}(/pay/[^/]+)?$`));
    await tillWithoutScripts(plain, id);
    await expect(plain.locator('main noscript p').first()).toBeVisible();
    await plain.locator('main noscript a').click();
    await plain.waitForURL(`**/checkout/${id}`);
    await context.close();

    // The same order goes on where there is JavaScript.
    await page.goto(`/checkout/${id}`);
    await toTheTill(page);
    const { charges } = await ledgerOf(await openIntent(page, id));
    expect(charges).toMatchObject([{ captured: 0 }]);
  });
});
