import type { Browser } from '@playwright/test';
import { hold, payFor, Visitor } from './shop';
import { CONTROL, SHOP, STRIPE } from './stage';

/**
 * From the supplier's commit to the tickets on screen, in a browser that waits on the checkout's page. Nobody tells
 * the shop that the customer paid: what is measured is the looking, not the telling. Milliseconds.
 */
export async function commitToScreen(browser: Browser): Promise<number> {
  const visitor = new Visitor(SHOP);
  const { id } = await hold(visitor, 'T103');
  const paid = await payFor(visitor, id, STRIPE);
  await visitor.call('POST', `/api/checkouts/${id}/attempts/${paid.attempt}/results`, {
    step: paid.step,
    data: { outcome: 'succeeded', intent: paid.intent },
  });
  const context = await browser.newContext();
  const [name = '', value = ''] = visitor.cookies().split('=');
  await context.addCookies([
    { name, value, url: SHOP.replace('http:', 'https:'), secure: true, httpOnly: true },
  ]);
  const tab = await context.newPage();
  await tab.goto(`${SHOP}/checkout/${id}`);
  const booked = whenBooked(paid.intent);
  await tab.getByRole('heading', { level: 1, name: 'Your tickets' }).waitFor();
  const shown = performance.now();
  await context.close();
  return Math.max(0, shown - (await booked));
}

/** When the sandbox's ledger first says that everything of this payment's basket is booked. */
async function whenBooked(intent: string): Promise<number> {
  for (;;) {
    const { charges, bookings } = (await (await fetch(`${CONTROL}/ledger`)).json()) as {
      charges: { id: string; group: string }[];
      bookings: { group: string; status: string }[];
    };
    const group = charges.find(({ id }) => id === intent)?.group;
    const ours = bookings.filter((booking) => booking.group === group);
    if (ours.length > 0 && ours.every(({ status }) => status === 'booked')) return performance.now();
    await new Promise((wake) => setTimeout(wake, 20));
  }
}
