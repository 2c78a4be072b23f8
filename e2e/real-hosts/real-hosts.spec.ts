import { ADYEN, payByDropin } from '../support/dropin';
import { holdProducts, tillOf } from '../support/octo';
import { leaveFor } from '../support/offers';
import { CARDS, challenge, pay, reachTheTill } from '../support/shop';
import { openExpress, SPREEDLY, typeIntoExpress } from '../support/spreedly';
import { expect, test } from './test';

/** One file, so that one worker has the stage: everybody under their own names, with the configuration's own addresses. */

test('a ticket is bought, the bank’s question included, with everything where it is in life', async ({
  page,
  stage,
  watch,
}) => {
  const documents = new Map<string, string>();
  page.on('response', async (response) => {
    if (!response.request().isNavigationRequest() || response.frame() !== page.mainFrame()) return;
    documents.set(new URL(response.url()).pathname, response.headers()['content-security-policy'] ?? '');
  });
  const id = await reachTheTill(page);
  const policy = documents.get(new URL(page.url()).pathname) ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain('https://js.stripe.com');
  expect(policy).toContain("connect-src 'self' https://api.stripe.com;");
  expect([...documents.values()].join()).not.toMatch(/127\.0\.0\.1|localhost|http:/);
  await expect(page.locator('script[src="https://js.stripe.com/endive/stripe.js"]')).toHaveCount(1);
  await pay(page, CARDS.threeDS);
  await challenge(page).getByRole('button', { name: 'Complete' }).click();
  await page.waitForURL(`**/checkout/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets');
  expect((await stage.sandbox.ledger()).charges).toMatchObject([{ status: 'captured', refunded: 0 }]);
  expect([...watch.hosts].sort()).toEqual([
    'api.stripe.com',
    'js.stripe.com',
    'tickets.example',
    'widget.tickitto.tech',
  ]);
});

/** Adyen's library asks a bank within the page over https only: here it does. */
test('native 3-D Secure 2, within the page, under the policy of production', async ({
  page,
  stage,
  watch,
}) => {
  let policy = '';
  page.on('response', (response) => {
    if (/\/pay\/[^/]+$/.test(response.url()))
      policy = response.headers()['content-security-policy'] ?? policy;
  });
  const id = await tillOf(page, 'OC103', 'octo.adyen');
  await payByDropin(page, ADYEN.challenge);
  const bank = page.frameLocator('iframe[name="threeDSIframe"]');
  await bank.getByLabel('Password').fill('password');
  await bank.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`**/checkout/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets');
  const { charges } = await stage.sandbox.ledger();
  expect(charges.filter(({ provider }) => provider === 'adyen')).toMatchObject([
    { status: 'captured', declines: [] },
  ]);
  expect(policy).toContain('frame-src https:;');
  expect(policy).toContain("script-src 'self' 'nonce-");
  expect(policy).not.toMatch(/127\.0\.0\.1|localhost|http:/);
  expect([...watch.hosts].sort()).toEqual([
    'checkoutanalytics-test.adyen.com',
    'checkoutshopper-test.adyen.com',
    'checkoutshopper-test.cdn.adyen.com',
    'pal-test.adyen.com',
    'tickets.example',
  ]);
});

test('to Viva’s page and back, and Spreedly’s window over ours, under their own names', async ({
  page,
  watch,
}) => {
  const booked = async (id: string) => {
    await page.waitForURL(`**/checkout/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets', { timeout: 20_000 });
  };
  const sailing = await holdProducts(page, ['OC104']);
  await leaveFor(page, sailing, 'octo.viva', 'https://www.vivapayments.com/web2?ref=');
  await page.getByRole('button', { name: 'Pay with a test card' }).click();
  await booked(sailing);
  const boat = await tillOf(page, 'OC106', 'octo.spreedly');
  await (await typeIntoExpress(await openExpress(page), SPREEDLY.ok)).click();
  await booked(boat);
  expect([...watch.hosts].sort()).toEqual(['core.spreedly.com', 'tickets.example', 'www.vivapayments.com']);
});
