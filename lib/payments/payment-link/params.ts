import { z } from 'zod';
import type { PaymentLinkParams } from './types';

/** See {@link PaymentLinkParams}. */
export const paymentLinkParams: z.ZodType<PaymentLinkParams> = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  service: z.string().min(1).max(40),
  amount: z.object({
    amount: z.int().min(0),
    currency: z.string().regex(/^[A-Z]{3}$/),
    exponent: z.int().min(0).max(4),
  }),
  description: z.string().max(200),
  payee: z.string().min(1).max(100),
  standing: z.enum(['blocked', 'refused']).optional(),
});
