import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/checkout/json';
import { adyenConfig } from '@/lib/payments/adyen/config';
import { adyenCsp } from '@/lib/payments/adyen/csp';
import { adyenCardFieldsData } from '@/lib/payments/adyen-card-fields/data';
import { adyenCardFieldsParams } from '@/lib/payments/adyen-card-fields/params';
import { ADYEN_CLIENT_KEY } from '@/sandbox/core/secrets';
import { adyenHarness } from '../sandbox/adyen-harness';
import { NATIVE } from '../sandbox/adyen-shop';
import { button, field, handedOver, onStage, open, page, see } from './handing-stage';

const configOf = (origin: string) => adyenConfig.parse({ ADYEN_URL: `${origin}${NATIVE}` });
const sim = onStage(adyenHarness, ({ origin }) => adyenCsp(configOf(origin)));

const document = (): Json => ({
  method: 'adyen-card-fields',
  settings: { urls: { ...configOf(sim().origin).urls } } as Json,
  steps: [
    adyenCardFieldsParams.parse({
      environment: 'test',
      clientKey: ADYEN_CLIENT_KEY,
      amount: { amount: 6250, currency: 'GBP', exponent: 2 },
      holderName: 'Ada Lovelace',
    }) as unknown as Json,
  ],
});

async function type(number: string) {
  await see(page.locator('[aria-busy=false] .adyen-dropin')).toBeVisible();
  await field('Card number').fill(number);
  await field('Expiry date').fill('03/30');
  await field('Security code').fill('737');
}

describe('a card in Adyen’s own fields', () => {
  it('is handed over once, encrypted, with what Adyen knows of it', async () => {
    await open(document());
    await type('4111111111111111');
    await button().dblclick();
    const [data] = await handedOver(1);
    expect(adyenCardFieldsData.parse(data)).toMatchObject({
      brand: 'visa',
      paymentMethod: { type: 'scheme', holderName: 'Ada Lovelace' },
    });
    expect(JSON.stringify(data)).not.toContain('4111111111111111');
    await see(button()).toHaveAttribute('aria-disabled', 'true');
    await button().click({ force: true });
    expect(await handedOver(1)).toHaveLength(1);
  });

  it('that is not complete is asked for in its fields; after a decline they are there anew', async () => {
    await open(document(), '?then=stay');
    await see(page.locator('[aria-busy=false] .adyen-dropin')).toBeVisible();
    await button().click();
    await see(page.getByText('Enter the card number').first()).toBeVisible();
    await type('4111111111111111');
    await button().click();
    await handedOver(1);
    await see(page.locator('[aria-busy=false] .adyen-dropin')).toBeVisible();
    await see(field('Card number')).toHaveValue('');
  });
});
