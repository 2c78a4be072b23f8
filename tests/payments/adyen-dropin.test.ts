import { describe, expect, it } from 'vitest';
import {
  bank,
  browser,
  charges,
  forgive,
  formIsOpen,
  goOnIn,
  hand,
  handedOver,
  onStage,
  open,
  page,
  pay,
  results,
  type Step,
  see,
  sent,
  shopOrigin,
  sim,
  step,
  type,
} from './adyen-dropin-stage';

onStage();

describe('a card', () => {
  it('pays once, however often the button is pressed, and says the amount on it', async () => {
    const first = await step();
    await open([first]);
    await see(pay()).toHaveText(/£62.50/);
    await type();
    await pay().dblclick();
    expect(await handedOver(1)).toEqual([
      { outcome: 'result', sessionId: first.id, resultCode: 'Authorised', sessionResult: expect.any(String) },
    ]);
    await see(page.getByTestId('busy')).toHaveText('false');
    await see(page.locator('.adyen-dropin')).toHaveAttribute('inert');
    expect(sent).toHaveLength(1);
    expect(charges()).toMatchObject([{ id: first.id, status: 'captured', captured: 6250 }]);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/4111 ?1111/);
  });

  it('that is refused gets the new session’s form, empty, and pays there', async () => {
    const [first, second] = [await step(), await step({ reference: 'order-2' })];
    await open([first, second]);
    await type('4111111111111111', 'NOT_ENOUGH_BALANCE');
    await pay().click();
    expect(await handedOver(1)).toMatchObject([
      { outcome: 'result', sessionId: first.id, resultCode: 'Refused' },
    ]);
    await see(page.getByLabel('Name on card')).toHaveValue('');
    await formIsOpen();
    await type();
    await pay().click();
    expect(await handedOver(2)).toMatchObject([
      { sessionId: first.id },
      { sessionId: second.id, resultCode: 'Authorised' },
    ]);
  });

  it('asks the bank within the page, and a wrong answer gets the same session another try', async () => {
    const only = await step();
    await open([only], '?then=stay');
    await type('4212345678910006');
    await pay().click();
    await bank().getByLabel('Password').fill('wrong');
    await see(page.getByTestId('busy')).toHaveText('true');
    await bank().getByRole('button', { name: 'Continue' }).click();
    expect(await handedOver(1)).toMatchObject([{ resultCode: 'Refused' }]);
    await formIsOpen();
    await type('4212345678910006');
    await pay().click();
    await bank().getByLabel('Password').fill('password');
    await bank().getByRole('button', { name: 'Continue' }).click();
    expect(await handedOver(2)).toMatchObject([{}, { sessionId: only.id, resultCode: 'Authorised' }]);
    expect(charges()).toMatchObject([{ status: 'captured', captured: 6250 }]);
  });
});

describe('the bank’s page', () => {
  async function leave(first: Step) {
    await open([first]);
    await type('4212345678901237');
    await pay().click();
    await page.waitForURL(`${sim.origin}/checkoutshopper/threeDS/redirect*`);
  }

  it('is left for and come back from, and a reload changes nothing', async () => {
    const first = await step();
    await leave(first);
    await page.getByLabel('Password').fill('password');
    await page.getByRole('button', { name: 'Continue' }).click();
    const paid = { outcome: 'result', sessionId: first.id, resultCode: 'Authorised' };
    expect(await handedOver(1)).toMatchObject([paid]);
    await see(page.getByText('your payment is being finished')).toBeVisible();
    await page.reload();
    expect(await handedOver(1)).toMatchObject([paid]);
    expect(charges()).toMatchObject([{ status: 'captured', captured: 6250 }]);
  });

  it('can be come back from in another browser, and without the session’s name', async () => {
    const first = await step();
    await leave(first);
    await page.getByLabel('Password').fill('password');
    await page.route('**/paymentDetails?*', (route) => route.abort());
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(/redirectResult/);
    const result = new URL(page.url()).searchParams.get('redirectResult') ?? '';
    const other = await browser.newContext();
    goOnIn(await other.newPage());
    await page.goto(`${shopOrigin}/?${new URLSearchParams({ redirectResult: result })}`);
    expect(await handedOver(1)).toMatchObject([{ sessionId: first.id, resultCode: 'Authorised' }]);
    await other.close();
    forgive(/ERR_FAILED/);
  });

  it('can be turned back at', async () => {
    const first = await step();
    await leave(first);
    hand(first, await step({ reference: 'order-2' }));
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await handedOver(1)).toEqual([{ outcome: 'cancelled', sessionId: first.id }]);
    await see(page.getByRole('alert').filter({ hasText: 'You turned back' })).toBeFocused();
    await formIsOpen();
    expect(charges()).toMatchObject([{ captured: 0 }, { captured: 0 }]);
  });
});

describe('when something is in the way', () => {
  it('a session that is over is handed back, and its successor’s form says why it is empty', async () => {
    const later = new Date(Date.now() + 2 * 3_600_000).toISOString();
    const [first, second] = [await step(), await step({ expiresAt: later })];
    await open([first, second]);
    await type();
    await sim.jump(3_600_001);
    await pay().click();
    expect(await handedOver(1)).toEqual([{ outcome: 'expired', sessionId: first.id }]);
    await see(page.getByRole('alert').filter({ hasText: 'open for too long' })).toBeFocused();
    await formIsOpen();
    forgive(/422/);
  });

  it('sessions that Adyen refuses one after the other are not asked for for ever', async () => {
    const steps = [await step(), await step(), await step(), await step()];
    await sim.jump(3_600_001);
    hand(...steps);
    await page.goto(shopOrigin);
    await see(page.getByText('could not be loaded')).toBeVisible();
    expect(await handedOver(2)).toMatchObject([{ outcome: 'expired' }, { outcome: 'expired' }]);
    forgive(/422/);
  });

  it('an answer that nobody heard is unclear, whatever the library says after it', async () => {
    const first = await step();
    await open([first]);
    await type();
    await page.route('**/payments?*', (route) => route.abort());
    await pay().click();
    expect(await handedOver(1)).toEqual([{ outcome: 'error', sessionId: first.id, why: 'unclear' }]);
    forgive(/ERR_FAILED/);
  });

  it('another amount than was shown is not paid', async () => {
    const first = await step({ amount: { currency: 'GBP', value: 6251 } });
    hand(first);
    await page.goto(shopOrigin);
    expect(await handedOver(1)).toEqual([{ outcome: 'error', sessionId: first.id, why: 'price_changed' }]);
    expect(sent).toEqual([]);
  });

  it('an Adyen that cannot be reached can be tried again', async () => {
    hand(await step());
    await page.route('**/setup?*', (route) => route.abort());
    await page.goto(shopOrigin);
    await see(page.getByText('could not be loaded')).toBeVisible();
    await page.unroute('**/setup?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await formIsOpen();
    expect(await results()).toEqual([]);
    forgive(/ERR_FAILED/);
  });

  it('a shop that cannot be reached never says that another try is safe', async () => {
    await open([await step()], '?then=lost');
    await type();
    await pay().click();
    await see(page.getByText('Do not pay again')).toBeVisible();
    await see(pay()).toHaveCount(0);
  });

  it('nothing is sent once the hold has ended', async () => {
    hand(await step());
    await page.goto(`${shopOrigin}/?ended=1`);
    await formIsOpen();
    await see(page.locator('.adyen-dropin')).toHaveAttribute('inert');
    await pay().dispatchEvent('click');
    expect(sent).toEqual([]);
  });
});
