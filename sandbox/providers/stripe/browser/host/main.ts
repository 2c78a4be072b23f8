import { StripeClient } from './client';
import { IntegrationError } from './errors';

/** The sandbox's Stripe.js: `window.Stripe`, for the release train of the pinned loader. */

function Stripe(key: unknown, options?: { stripeAccount?: string }): StripeClient {
  if (typeof key !== 'string') {
    throw new IntegrationError('Missing value for Stripe(): apiKey should be a string.');
  }
  if (!/^pk_(test|sim)_/.test(key)) {
    throw new IntegrationError('The Stripe sandbox takes publishable test keys only (pk_test_ or pk_sim_).');
  }
  return new StripeClient(key, options);
}

// A second script tag must not replace the first one's elements.
if (!Reflect.has(window, 'Stripe')) {
  Reflect.set(window, 'Stripe', Object.assign(Stripe, { version: 'endive' }));
}
