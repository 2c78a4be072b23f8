import { describe, expect, it } from 'vitest';
import { stripeConfig } from './config';
import { stripeCsp } from './csp';

describe('what all methods by Stripe share', () => {
  it('asks for Stripe’s own hosts, or for the configured one and no other', () => {
    expect(stripeCsp('https://js.stripe.com/endive/stripe.js', 'https://api.stripe.com')).toEqual({
      script: ['https://js.stripe.com', 'https://*.js.stripe.com'],
      frame: ['https://js.stripe.com', 'https://*.js.stripe.com', 'https://hooks.stripe.com'],
      connect: ['https://api.stripe.com'],
    });
    const local = 'http://127.0.0.1:4011';
    expect(stripeCsp(`${local}/endive/stripe.js`, local)).toEqual({
      script: [local],
      frame: [local],
      connect: [local],
    });
  });

  it('is at Stripe unless somewhere else is named', () => {
    expect(stripeConfig.parse({})).toEqual({
      scriptUrl: 'https://js.stripe.com/endive/stripe.js',
      apiUrl: 'https://api.stripe.com',
    });
    expect(stripeConfig.safeParse({ STRIPE_JS_URL: 'javascript:alert(1)' }).success).toBe(false);
  });
});
