import { describe, expect, it } from 'vitest';
import type { Json } from '@/lib/checkout/json';
import { stripeCsp } from '@/lib/payments/stripe/csp';
import { stripeManualData } from '@/lib/payments/stripe-manual/data';
import { stripeManualParams } from '@/lib/payments/stripe-manual/params';
import { INGRESSO_STRIPE } from '@/sandbox/core/secrets';
import { clientFor, stripeHarness } from '../sandbox/stripe-harness';
import { button, field, handedOver, onStage, open, page, see } from './handing-stage';

const { publishableKey, secretKey } = INGRESSO_STRIPE.ingresso_gbp;
const sim = onStage(stripeHarness, ({ origin }) => stripeCsp(`${origin}/endive/stripe.js`, origin));

const step = (part: object): Json =>
  stripeManualParams.parse({
    publishableKey,
    amount: { amount: 6250, currency: 'GBP', exponent: 2 },
    scriptUrl: `${sim().origin}/endive/stripe.js`,
    ...part,
  }) as unknown as Json;
const card = () => step({ ask: 'card', billing: { name: 'Ada Lovelace' } });

async function type(digits: string) {
  await field('Secure card number input frame').fill(digits);
  await field('Secure expiration date input frame').fill('12/34');
  await field('Secure CVC input frame').fill('123');
}

/** Begins the payment as the supplier's server does. */
const begun = (paymentMethod: string) =>
  clientFor(sim().origin, secretKey).paymentIntents.create({
    amount: 6250,
    currency: 'gbp',
    payment_method: paymentMethod,
    confirmation_method: 'manual',
    confirm: true,
    use_stripe_sdk: true,
  });

const bank = () => page.frameLocator('iframe[name^="__stripeJSChallengeFrame"]').first();

describe('a card that the supplier’s server confirms', () => {
  it('is handed over once with its brand and country, and pays', async () => {
    await open({ method: 'stripe-manual', steps: [card()] });
    await type('4242424242424242');
    await button().dblclick();
    const [data] = await handedOver(1);
    expect(data).toMatchObject({
      outcome: 'card',
      brand: 'visa',
      country: expect.stringMatching(/^[A-Z]{2}$/),
    });
    const given = stripeManualData.parse(data);
    const intent = await begun(given.outcome === 'card' ? given.paymentMethod : '');
    expect(intent.status).toBe('succeeded');
  });

  it('is wanted anew after a decline, in empty fields', async () => {
    await open({ method: 'stripe-manual', steps: [card()] }, '?then=stay');
    await type('4242424242424242');
    await button().click();
    await handedOver(1);
    await see(field('Secure card number input frame')).toHaveValue('');
    await button().click();
    await see(page.getByText('Enter your card number.')).toBeVisible();
  });

  it.each([
    ['passes', 'Complete', { outcome: 'authenticated' }, 'requires_confirmation'],
    ['fails', 'Fail', { outcome: 'declined', code: 'authentication_failed' }, 'requires_payment_method'],
  ])('%s the bank’s question, which is put by itself', async (_, press, data, status) => {
    const intent = await begun('pm_card_authenticationRequired');
    const question = step({ ask: 'bank', clientSecret: intent.client_secret, intent: intent.id });
    await open({ method: 'stripe-manual', steps: [question] });
    await bank()
      .getByRole('button', { name: new RegExp(press, 'i') })
      .click();
    expect(await handedOver(1)).toEqual([{ ...data, intent: intent.id }]);
    const after = await clientFor(sim().origin, secretKey).paymentIntents.retrieve(intent.id);
    expect(after.status).toBe(status);
  });
});
