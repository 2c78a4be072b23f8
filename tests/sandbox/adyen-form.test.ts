import { describe, expect, it } from 'vitest';
import { ADYEN_CLIENT_KEY } from '@/sandbox/core/secrets';
import { AdyenPayer } from './adyen-payer';
import { adyenStage, see } from './adyen-stage';

const stage = adyenStage();
const { session, show, open, field, shown, result, type, pay, charge } = stage;

describe('the card form', () => {
  it('pays, and nothing but ciphertext leaves the fields', async () => {
    const spoken: string[] = [];
    stage.page.on('request', (request) => spoken.push(`${request.url()} ${request.postData() ?? ''}`));
    await stage.page.addInitScript(() => {
      const heard: string[] = [];
      Reflect.set(window, 'heard', heard);
      window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
    });
    const id = await open();
    await field('Card number').click();
    await stage.page.keyboard.type('5555444433331111');
    await see(field('Card number')).toHaveValue('5555 4444 3333 1111');
    await see(stage.page.locator('img[src*="logos/mc.svg"]').first()).toBeVisible();
    await field('Expiry date').click();
    await stage.page.keyboard.type('330');
    await see(field('Expiry date')).toHaveValue('03/30');
    await see(field('Security code')).toBeFocused();
    await stage.page.keyboard.type('737');
    await stage.page.getByLabel('Name on card').fill('Ada Lovelace');
    await pay();
    await see(result()).toHaveText('completed Authorised');
    expect(charge()).toMatchObject({
      id,
      group: 'order-1',
      status: 'captured',
      captured: 6250,
      declines: [],
    });
    const heard = await stage.page.evaluate(() => Reflect.get(window, 'heard') as string[]);
    const all = [
      ...heard,
      ...spoken,
      await stage.page.evaluate(() => document.documentElement.outerHTML),
    ].join('\n');
    expect(all).not.toMatch(/5555 ?4444 ?3333|44443333/);
    expect(all).not.toMatch(/"cvc"|"737"/);
    expect(spoken.some((text) => text.includes('"encryptedCardNumber":"ey'))).toBe(true);
    const events = await stage.page.evaluate(
      () => Reflect.get(window, 'events') as { sessionResult: string }[],
    );
    const proof = encodeURIComponent(events[0]?.sessionResult ?? '');
    const { body } = await stage.sim.call('GET', `/v71/sessions/${id}?sessionResult=${proof}`);
    expect(body).toMatchObject({ id, status: 'completed', reference: 'order-1' });
  });

  it('says what is missing or wrong', async () => {
    await open();
    await pay();
    await see(shown('Enter the card number')).toBeVisible();
    await see(field('Card number')).toBeFocused();
    await see(field('Card number')).toHaveAttribute('aria-invalid', 'true');
    await field('Card number').fill('4111111111111112');
    await see(shown('Enter a valid card number')).toBeVisible();
    await field('Card number').fill('411111');
    await field('Expiry date').fill('01/20');
    await see(shown('Enter the complete card number')).toBeVisible();
    await see(shown('Enter a valid expiry date. Front of card in MM/YY format.')).toBeVisible();
    await type('36006666333344');
    await see(shown('Enter a supported card brand')).toBeVisible();
    await type('370000000000002', { code: '7373' });
    await see(field('Card number')).toHaveValue('3700 000000 00002');
    await pay();
    await see(result()).toHaveText('completed Authorised');
  });

  it('formats while one edits in the middle', async () => {
    await open();
    const number = field('Card number');
    await number.fill('411111111111');
    await number.evaluate((input: HTMLInputElement) => input.setSelectionRange(5, 5));
    await stage.page.keyboard.type('99');
    await see(number).toHaveValue('4111 9911 1111 11');
    expect(await number.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(7);
    await number.evaluate((input: HTMLInputElement) => input.setSelectionRange(5, 5));
    await stage.page.keyboard.press('Backspace');
    await see(number).toHaveValue('4119 9111 1111 1');
  });

  it('pays with Enter, and speaks the shopper’s language', async () => {
    const { id, data } = await session({ shopperLocale: 'de-DE', amount: { currency: 'EUR', value: 6250 } });
    await stage.page.goto(`${stage.shopOrigin}/?${new URLSearchParams({ id, data })}`);
    await see(stage.page.getByRole('button', { name: /^62,50.*bezahlen$/ })).toBeVisible();
    await field('Kartennummer').fill('4111111111111111');
    await field('Ablaufdatum').fill('03/30');
    await stage.page.getByLabel('Name auf der Karte').fill('Ada Lovelace');
    await field('Sicherheitscode').fill('737');
    await field('Sicherheitscode').press('Enter');
    await see(result()).toHaveText('completed Authorised');
  });

  it('asks for an address where the merchant wants one', async () => {
    await open({}, { address: '1' });
    await type('4111111111111111');
    await stage.page.getByLabel('Street').fill('Coney Street');
    await stage.page.getByLabel('House number').fill('1');
    await stage.page.getByLabel('Postal code').fill('YO1 9QL');
    await stage.page.getByLabel('City').fill('York');
    await stage.page.getByLabel('Country/Region').fill('United Kingdom');
    await stage.page.getByRole('option', { name: 'United Kingdom' }).click();
    await pay();
    await see(result()).toHaveText('completed Authorised');
  });
});

describe('refusals', () => {
  it('is refused by the name on the card, and pays with the next try', async () => {
    const opened = await session();
    await show(opened);
    await type('4111111111111111', { name: 'NOT_ENOUGH_BALANCE' });
    await pay();
    await see(result()).toHaveText('failed Refused');
    await show(opened);
    await type('4111111111111111');
    await pay();
    await see(result()).toHaveText('completed Authorised');
    expect(charge()).toMatchObject({ status: 'captured', captured: 6250, declines: ['Not enough balance'] });
    expect(stage.sim.ledger.read().charges).toHaveLength(1);
  });

  it('takes no sixth try after five refusals', async () => {
    const opened = await session();
    const payer = new AdyenPayer(() => stage.sim.origin, ADYEN_CLIENT_KEY);
    const held = { id: opened.id, sessionData: opened.data };
    for (let tries = 0; tries < 4; tries += 1) await payer.pay(held, undefined, 'DECLINED');
    await show(opened);
    await type('4111111111111111', { code: '111' });
    await pay();
    await see(result()).toHaveText('failed Refused');
    await stage.page.goto(`${stage.shopOrigin}/?${new URLSearchParams({ ...opened })}`);
    await see(result()).toContainText('The payment session was refused too often');
    expect(charge()).toMatchObject({ status: 'failed', captured: 0 });
    stage.forgive(/status of 422/);
  });

  it('waits for an acquirer that is slow', async () => {
    await open();
    await type('4111111111111111', { name: 'PENDING' });
    await pay();
    await see(result()).toHaveText('completed Received');
    expect(charge()).toMatchObject({ status: 'open', captured: 0 });
    await stage.sim.jump(6_000);
    expect(charge()).toMatchObject({ status: 'captured', captured: 6250 });
  });

  it('ends with its time', async () => {
    const opened = await session();
    await show(opened);
    await stage.sim.jump(3_600_001);
    await type('4111111111111111');
    await pay();
    await see(result()).toContainText('failed');
    const events = await stage.page.evaluate(() => Reflect.get(window, 'events') as { name: string }[]);
    expect(events).toContainEqual(
      expect.objectContaining({ name: 'error', message: 'The payment session has expired' }),
    );
    await stage.page.goto(`${stage.shopOrigin}/?${new URLSearchParams({ ...opened })}`);
    await see(result()).toContainText('The payment session has expired');
    expect(charge()).toMatchObject({ status: 'cancelled', captured: 0 });
    stage.forgive(/status of 422/);
  });
});
