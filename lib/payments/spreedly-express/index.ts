import type { PaymentMethod } from '@/lib/checkout/method';
import { defineModule } from '@/lib/platform/modules';
import { type SpreedlyConfig, spreedlyConfig } from './config';
import { evidenceOf, hintOf, spreedlyExpressData } from './data';
import { spreedlyExpressParams } from './params';

/**
 * Spreedly Express: a window of Spreedly's takes the card and gives a token of it, and the supplier charges that. No money
 * moves before its `advance`, so there is nothing for us to look at. Set-up and quirks: `docs/methods/spreedly-express.md`.
 */
export const spreedlyExpress = defineModule<SpreedlyConfig, PaymentMethod>({
  id: 'spreedly-express',
  config: spreedlyConfig,
  create: ({ scriptUrl }) => {
    // The script, the window and what both ask for are at one origin (Spreedly's own sample of a policy).
    const { origin } = new URL(scriptUrl);
    return {
      id: 'spreedly-express',
      label: 'spreedly-express',
      params: spreedlyExpressParams,
      data: spreedlyExpressData,
      csp: { script: [origin], frame: [origin], connect: [origin] },
      settings: { scriptUrl },
      hint: hintOf,
      evidence: evidenceOf,
    };
  },
});
