import { z } from 'zod';

/** SPREEDLY_JS_URL: Express's own script, version 3, unless a sandbox stands in for it. */
export const spreedlyConfig = z
  .object({
    SPREEDLY_JS_URL: z
      .url({ protocol: /^https?$/, error: 'must be the address of Spreedly’s Express script' })
      .default('https://core.spreedly.com/iframe/express-3.min.js'),
  })
  .transform(({ SPREEDLY_JS_URL }) => ({ scriptUrl: SPREEDLY_JS_URL }));

export type SpreedlyConfig = z.infer<typeof spreedlyConfig>;
