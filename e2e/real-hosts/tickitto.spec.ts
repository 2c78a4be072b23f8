import { CARDS, challenge, pay, reachTheTill } from '../support/shop';
import { expect, test } from './test';

/** Tickitto and Stripe under their own names, with the configuration's own addresses. */

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
