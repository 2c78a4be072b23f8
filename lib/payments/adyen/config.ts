import { z } from 'zod';
import { list } from '@/lib/platform/config/values';
import { type Environment, environmentOf } from './environments';
import type { AdyenUrls } from './types';

/**
 * ADYEN_ENVIRONMENTS: where suppliers' sessions may live, for the policy of the pay document. ADYEN_URL: another address
 * of Adyen's browser API, such as a sandbox's; statistics, pictures and translations are then at its origin, too.
 */
export const adyenConfig = z
  .object({
    ADYEN_ENVIRONMENTS: list.transform((names, ctx): readonly Environment[] => {
      const wanted = names.length > 0 ? names : ['test', 'live'];
      return wanted.flatMap((name) => {
        const known = environmentOf(name);
        if (!known) ctx.addIssue({ code: 'custom', message: `Adyen has no environment "${name}"` });
        return known ?? [];
      });
    }),
    ADYEN_URL: z
      .url({ protocol: /^https?$/, error: 'must be the address of Adyen’s browser API' })
      // The library tells Adyen's frames from others by what stands before this, and puts its calls right behind.
      .regex(
        /^https?:\/\/[^/]+\/checkoutshopper\/(.*\/)?$/,
        'must be origin/checkoutshopper/, ending in a slash',
      )
      .optional(),
  })
  .transform(({ ADYEN_ENVIRONMENTS, ADYEN_URL }) => ({
    environments: ADYEN_ENVIRONMENTS,
    urls: ADYEN_URL === undefined ? null : urlsAt(ADYEN_URL),
  }));

export type AdyenConfig = z.infer<typeof adyenConfig>;

function urlsAt(api: string): AdyenUrls {
  const { origin } = new URL(api);
  const cdn = `${origin}/checkoutshopper/`;
  return { api, analytics: `${origin}/checkoutanalytics/`, cdn: { images: cdn, translations: cdn } };
}
