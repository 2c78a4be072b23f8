import { z } from 'zod';
import type { SpreedlyExpressParams } from './types';

const text = z.string().min(1).max(4000);

/** See {@link SpreedlyExpressParams}. */
export const spreedlyExpressParams: z.ZodType<SpreedlyExpressParams> = z.object({
  env: z.string().regex(/^[\w-]{1,100}$/),
  signed: z.object({ nonce: text, timestamp: text, certificateToken: text, signature: text }).optional(),
  amount: z.object({
    amount: z.int().min(0),
    currency: z.string().regex(/^[A-Z]{3}$/),
    exponent: z.int().min(0).max(4),
  }),
});
