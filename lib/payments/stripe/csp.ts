import type { CspSources } from '@/lib/checkout/method';

/**
 * What the pay document must allow for card fields and 3-D Secure. Stripe's own hosts are those of its security guide
 * (docs.stripe.com/security/guide, "Content Security Policy"); a script from elsewhere brings its own origin and no other.
 */
export function stripeCsp(scriptUrl: string, apiUrl: string): CspSources {
  const script = new URL(scriptUrl).origin;
  const api = new URL(apiUrl).origin;
  if (script === 'https://js.stripe.com') {
    const own = [script, 'https://*.js.stripe.com'];
    return { script: own, frame: [...own, 'https://hooks.stripe.com'], connect: [api] };
  }
  return { script: [script], frame: [script], connect: [...new Set([script, api])] };
}
