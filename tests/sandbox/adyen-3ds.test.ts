import { describe, expect, it } from 'vitest';
import { NATIVE, PLAIN } from './adyen-shop';
import { adyenStage, see } from './adyen-stage';

const stage = adyenStage();
const { open, result, type, pay, charge, bank } = stage;

describe('3D Secure within the page', () => {
  it('lets a known browser pass without a question', async () => {
    await open();
    await type('5201281505129736');
    await pay();
    await see(result()).toHaveText('completed Authorised');
    expect(charge()).toMatchObject({ status: 'captured', captured: 6250 });
  });

  it.each([
    ['a question', '4212345678910006'],
    ['a look and a question', '4917610000000000'],
  ])('asks: %s', async (_how, number) => {
    await open();
    await type(number);
    await pay();
    await bank().getByLabel('Password').fill('password');
    expect(charge()).toMatchObject({ status: 'open', captured: 0 });
    await bank().getByRole('button', { name: 'Continue' }).click();
    await see(result()).toHaveText('completed Authorised');
    expect(charge()).toMatchObject({ status: 'captured', captured: 6250 });
  });

  it.each(['Continue', 'Cancel'])('is refused after a wrong word and %s', async (button) => {
    await open();
    await type('4212345678910006');
    await pay();
    await bank().getByLabel('Password').fill('open sesame');
    await bank().getByRole('button', { name: button }).click();
    await see(result()).toHaveText('failed Refused');
    expect(charge()).toMatchObject({ captured: 0, declines: ['3D Not Authenticated'] });
  });

  it('can be followed by a refusal', async () => {
    await open();
    await type('4212345678910006', { name: 'NOT_ENOUGH_BALANCE' });
    await pay();
    await bank().getByLabel('Password').fill('password');
    await bank().getByRole('button', { name: 'Continue' }).click();
    await see(result()).toHaveText('failed Refused');
    expect(charge()).toMatchObject({ captured: 0, declines: ['Not enough balance'] });
  });
});

describe('3D Secure on the bank’s page', () => {
  it.each([
    ['the card leads there', '4212345678901237', NATIVE],
    ['the address is plain http', '4212345678910006', PLAIN],
  ])('leaves and comes back when %s', async (_why, number, path) => {
    const id = await open({}, { base: `${stage.sim.origin}${path}` });
    await type(number);
    await pay();
    await stage.page.waitForURL(`${stage.sim.origin}/checkoutshopper/threeDS/redirect*`);
    await stage.page.getByLabel('Password').fill('password');
    await stage.page.getByRole('button', { name: 'Continue' }).click();
    await stage.page.waitForURL(`${stage.shopOrigin}/back*`);
    const query = new URL(stage.page.url()).searchParams;
    expect([query.get('a'), query.get('sessionId')]).toEqual(['1', id]);
    await see(result()).toHaveText('completed Authorised');
    // The customer reloads: the same answer, and no second charge.
    await stage.page.reload();
    await see(result()).toHaveText('completed Authorised');
    expect(stage.sim.ledger.read().charges).toMatchObject([{ status: 'captured', captured: 6250 }]);
  });

  it.each([
    ['Continue', 'Refused', '3D Not Authenticated'],
    ['Cancel', 'Cancelled', 'Shopper Cancelled'],
  ])('comes back after %s with %s', async (button, code, reason) => {
    await open();
    await type('4212345678901237');
    await pay();
    await stage.page.getByLabel('Password').fill('wrong');
    await stage.page.getByRole('button', { name: button }).click();
    await see(result()).toHaveText(`failed ${code}`);
    expect(charge()).toMatchObject({ captured: 0, declines: [reason] });
  });
});
