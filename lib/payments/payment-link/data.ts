import { z } from 'zod';
import type { PaymentLinkData } from './types';

/** See {@link PaymentLinkData}. */
export const paymentLinkData: z.ZodType<PaymentLinkData> = z.strictObject({ outcome: z.literal('look') });
