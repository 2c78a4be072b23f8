import { z } from 'zod';
import { environmentOf } from '../adyen/environments';
import type { AdyenDropinParams, AdyenDropinResume } from './types';

const token = z.string().min(1).max(20_000);

/** See {@link AdyenDropinParams}. */
export const adyenDropinParams: z.ZodType<AdyenDropinParams> = z.object({
  environment: z.string().refine((name) => environmentOf(name) !== null, 'Adyen has no such environment'),
  clientKey: z.string().regex(/^[\w.]{4,200}$/),
  session: z.object({ id: z.string().regex(/^[\w.-]{1,200}$/), sessionData: token }),
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  amount: z.object({
    amount: z.int().min(0),
    currency: z.string().regex(/^[A-Z]{3}$/),
    exponent: z.int().min(0).max(4),
  }),
  configuration: z.record(z.string(), z.json()),
});

/** See {@link AdyenDropinResume}: the parameters that Adyen puts behind the return address, under its own names. */
export const adyenDropinResume: z.ZodType<AdyenDropinResume> = z.object({
  redirectResult: token,
  sessionId: z.string().min(1).max(200).optional(),
});
