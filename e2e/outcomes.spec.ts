import { basketOf, buy, mailed, payWell, stage, ticket } from './support/orders';
import { ledgerOf, sandbox } from './support/sandbox';
import { checkOut, fillDetails, intentOf, oneAdult, pick, someDate, toTheTill, view } from './support/shop';
import { expect, test } from './support/test';

const MUSEUM = 'Museum of Moving Things';
const REFUSED = 'Paid, then Refused';

test('two events in one basket are one order, one payment, two bookings', { tag: '@full' }, async ({
  page,
}) => {
  await pick(page, 'T103');
  await page.getByRole('link', { name: 'Add another event' }).click();
  await pick(page, 'T903');
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(2);
  const id = await checkOut(page);
  await fillDetails(page);
  await toTheTill(page);
  await payWell(page, id);
  await stage(page, 'Your tickets', 15_000);
  await expect.poll(async () => (await view(page, id)).tickets).toBe('booked');
  const { charges, bookings } = await ledgerOf(await intentOf(page, id));
  expect(charges).toMatchObject([{ status: 'captured', refunded: 0 }]);
  expect(bookings.map(({ status }) => status)).toEqual(['booked', 'booked']);
  expect(bookings.reduce((sum, { amount }) => sum + amount, 0)).toBe(charges[0]?.captured);
});

test('an item taken out of the basket is neither held nor paid', async ({ page }) => {
  await pick(page, 'T103');
  await pick(page, 'T906');
  const items = page.getByRole('heading', { level: 3 });
  await expect(items).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove The Slow Confirmation' }).click();
  await expect(items).toHaveText([MUSEUM]);
  const id = await checkOut(page);
  await fillDetails(page);
  await toTheTill(page);
  await payWell(page, id);
  await stage(page, 'Your tickets');
  const { charges, bookings, holds } = await ledgerOf(await intentOf(page, id));
  expect(bookings).toMatchObject([{ title: MUSEUM, status: 'booked', amount: charges[0]?.captured }]);
  expect(holds.find(({ title }) => title === 'The Slow Confirmation')?.status).toBe('released');
});

test('one of two items fails after payment: page, ledger and mail tell what is booked and what is owed', async ({
  page,
}) => {
  await pick(page, 'T901');
  await pick(page, 'T103');
  const id = await checkOut(page);
  await fillDetails(page);
  await toTheTill(page);
  await payWell(page, id);
  await stage(page, 'Some tickets booked, some not', 15_000);
  await expect(ticket(page, MUSEUM)).toContainText('Booked');
  await expect(
    ticket(page, MUSEUM)
      .getByRole('link', { name: /^Open / })
      .first(),
  ).toBeVisible();
  await expect(ticket(page, REFUSED)).toContainText('Not booked');
  await expect(ticket(page, REFUSED)).toContainText(/You get £21\.00 back for this|under “Your money”/);
  await expect(page.locator('main')).toContainText('Tickitto owes you £21.00');
  await expect(page.locator('main')).toContainText('Will be returned to you');

  const order = await view(page, id);
  expect([order.tickets, order.money.state]).toEqual(['part_booked', 'refund_due']);
  const { charges, bookings } = await ledgerOf(await intentOf(page, id));
  const amount = (status: string) => bookings.find((one) => one.status === status)?.amount ?? 0;
  expect(charges).toMatchObject([
    { status: 'captured', refunded: 0, captured: amount('booked') + amount('failed') },
  ]);
  expect(order.money.entries.reduce((sum, { refundDue }) => sum + refundDue, 0)).toBe(amount('failed'));

  const [mail] = await mailed(order.reference, 1);
  expect(mail?.subject).toContain('not everything could be booked');
  expect(mail?.text).toContain(MUSEUM);
  expect(mail?.text).toContain('Could not be booked');
  expect(mail?.text).toContain('£21.00');
});

test('all refused after payment: says so, owes the money, and never offers to pay again', {
  tag: '@full',
}, async ({ page }) => {
  const id = await buy(page, 'T901');
  await stage(page, 'Tickets not booked', 15_000);
  await expect(page.locator('main')).toContainText('Please do not pay again');
  await expect(page.getByRole('button', { name: /^(Pay|Try|Hold)/ })).toHaveCount(0);
  const { money, reference } = await view(page, id);
  const { charges, bookings } = await ledgerOf(await intentOf(page, id));
  expect(charges).toMatchObject([{ status: 'captured', refunded: 0 }]);
  expect(bookings).toMatchObject([{ status: 'failed' }]);
  expect(money.entries[0]?.refundDue).toBe(charges[0]?.captured);
  const [mail] = await mailed(reference, 1);
  expect(mail?.subject).toContain('could not be booked');
});

test('refused and refunded: the debt is followed until the money is back, and a mail says so', async ({
  page,
}) => {
  const id = await buy(page, 'T902');
  await stage(page, 'Tickets not booked', 15_000);
  await expect(page.locator('main')).toContainText('owes you £21.00');
  await expect.poll(async () => (await view(page, id)).money.state, { timeout: 30_000 }).toBe('refunded');
  await page.reload();
  await expect(page.locator('main')).toContainText('The money you paid was returned');
  const { charges } = await ledgerOf(await intentOf(page, id));
  expect(charges).toMatchObject([{ captured: 2100, refunded: 2100 }]);
  const mails = await mailed((await view(page, id)).reference, 2);
  expect(mails.at(-1)?.text).toContain('The money you paid was returned');
});

test('a voucher that comes late appears by itself, and one follow-up brings it', async ({ page }) => {
  const id = await buy(page, 'T903');
  await stage(page, 'Your tickets', 15_000);
  const card = ticket(page, 'The Late Voucher');
  await expect(card).toContainText('Your ticket is on its way');
  await expect(card.getByRole('link', { name: /^Open / })).toHaveCount(0);
  const { reference } = await view(page, id);
  const [first] = await mailed(reference, 1);
  expect(first?.text).toContain('The voucher is still to come');
  await sandbox.action('tickitto', 'release-voucher', await basketOf(page, id));
  await expect(card.getByRole('link', { name: /^Open / }).first()).toBeVisible({ timeout: 30_000 });
  await expect(card).not.toContainText('on its way');
  const mails = await mailed(reference, 2);
  expect(mails[1]?.subject).toContain('Your tickets are ready');
  expect(mails[1]?.messageId).not.toBe(first?.messageId);
});

test('a slow booking: the page waits with the customer, then has the tickets', { tag: '@full' }, async ({
  page,
}) => {
  const id = await buy(page, 'T906');
  const said = page.locator('main').getByRole('status');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Confirming/);
  await expect(said).toHaveText('Waiting for the answer…');
  await expect(page.locator('main')).toContainText('Please do not pay again');
  await expect(said).toHaveText('Still working on it. Please do not pay again.', { timeout: 15_000 });
  await expect(page.getByRole('button', { name: /^Pay/ })).toHaveCount(0);
  await stage(page, 'Your tickets', 20_000);
  const { bookings } = await ledgerOf(await intentOf(page, id));
  expect(bookings).toMatchObject([{ status: 'booked' }]);
});

test('paid at the provider while the supplier has not heard: waits, and books when it hears', {
  tag: '@full',
}, async ({ page }) => {
  const id = await buy(page, 'T911');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Confirming|^Finding out/);
  await expect.poll(async () => (await view(page, id)).money.state).toBe('captured');
  await expect(page.locator('main')).toContainText('Your payment is in');
  await expect(page.locator('main')).toContainText('Please do not pay again');
  expect((await ledgerOf(await intentOf(page, id))).bookings).toEqual([]);
  await sandbox.action('tickitto', 'send-webhook', await basketOf(page, id));
  await stage(page, 'Your tickets', 30_000);
  const { charges, bookings } = await ledgerOf(await intentOf(page, id));
  expect(charges).toHaveLength(1);
  expect(bookings).toMatchObject([{ status: 'booked', amount: charges[0]?.captured }]);
});

test('sold out a moment ago: the picker says so, and the shop goes on', async ({ page }) => {
  await page.goto('/events/tickitto/T907');
  const picker = page.frameLocator('main iframe');
  await someDate(picker);
  await oneAdult(picker);
  await expect(async () => {
    await picker.locator('#add').click({ timeout: 2000 });
    await expect(page.locator('main').getByRole('alert')).toContainText('could not hold that choice');
  }).toPass();
  await expect(picker.locator('#problem')).toBeVisible();
  await expect(page).toHaveURL(/T907$/);
  await page.goto('/basket');
  await expect(page.locator('main')).toContainText('Your basket is empty.');
  await pick(page, 'T103');
  await expect(page.getByRole('button', { name: 'Checkout' })).toBeVisible();
});

test('a price that rises is shown, old and new, and paid only after a yes', async ({ page }) => {
  await pick(page, 'T908');
  await expect(page.locator('main')).toContainText('£21.00');
  const id = await checkOut(page);
  await fillDetails(page);
  await page.locator('form[action$="/pay"] button[type=submit]').first().click();
  await page.waitForURL(new RegExp(`/checkout/${id}$`));
  await stage(page, 'Something changed', 15_000);
  await expect(page.locator('main')).toContainText('The price is £23.52 now; it was £21.00.');
  await expect(page.getByRole('button', { name: /^Pay/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Continue with these tickets' }).click();
  await toTheTill(page);
  await expect(page.getByRole('button', { name: 'Pay £23.52' })).toBeVisible();
  await payWell(page, id);
  await stage(page, 'Your tickets', 15_000);
  const { charges } = await ledgerOf(await intentOf(page, id));
  expect(charges).toMatchObject([{ status: 'captured', captured: 2352 }]);
});
