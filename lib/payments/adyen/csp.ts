import type { CspSources } from '@/lib/checkout/method';
import type { AdyenConfig } from './config';

/**
 * What the pay document must allow for the Drop-in, by the hosts of its library (`core/Environment` of `@adyen/adyen-web`;
 * measured without a violation). No script: the library is ours, from npm. Native 3-D Secure posts a form from this page
 * into a frame of whichever bank issued the card, and its hosts are in nobody's list: that is what `https:` is for, in
 * frames and forms, in this document and nowhere else.
 */
export function adyenCsp({ environments, urls }: AdyenConfig): CspSources {
  if (urls) {
    const { origin } = new URL(urls.api);
    return { frame: [origin, 'https:'], form: [origin, 'https:'], connect: [origin], img: [origin] };
  }
  const cdn = environments.map((name) => `https://checkoutshopper-${name}.cdn.adyen.com`);
  const api = environments.flatMap((name) => [
    `https://checkoutshopper-${name}.adyen.com`,
    `https://checkoutanalytics-${name}.adyen.com`,
  ]);
  return { frame: ['https:'], form: ['https:'], connect: [...api, ...cdn], img: cdn };
}
