import { z } from 'zod';
import { amount } from './amount';

/** What an item is and costs, whether it is only priced or held already. */
export const priced = {
  id: z.string(),
  title: z.string(),
  startsAt: z.iso.datetime().optional(),
  timeZone: z.string().optional().describe('IANA zone of the venue'),
  day: z.string().optional().describe('Calendar day of tickets without a time'),
  venue: z.string().optional(),
  image: z.string().optional(),
  expiresAt: z.iso.datetime().optional(),
  tickets: z.array(
    z.object({ type: z.string(), label: z.string(), quantity: z.int(), price: amount.optional() }),
  ),
  seats: z.array(z.string()).optional(),
  price: amount,
  fee: amount,
  notices: z.array(z.string()),
  delivery: z.string().optional().describe('How the tickets reach the customer'),
};
