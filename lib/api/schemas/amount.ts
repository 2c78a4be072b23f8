import { z } from 'zod';

/** Money on the wire: integer minor units. */
export const amount = z
  .object({
    amount: z.int().describe('Minor units: 6250 is £62.50'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .describe('ISO 4217'),
    exponent: z.int().min(0).max(4).describe('Decimal places of the currency'),
  })
  .meta({ id: 'Amount' });

export const totals = z
  .object({
    currency: z.string(),
    exponent: z.int(),
    items: z.int(),
    fees: z.int(),
    delivery: z.int(),
    discount: z.int(),
    paidBefore: z.int().optional().describe('Paid for this order before, such as a deposit; not in `due`'),
    due: z.int(),
    indication: amount.optional().describe('What `due` comes to in another currency: never charged'),
  })
  .meta({ id: 'Totals', description: 'One a currency, in minor units; never summed across currencies' });

export const moneyEntry = z
  .object({
    key: z.string(),
    itemIds: z.array(z.string()),
    collectedBy: z.enum(['supplier', 'partner']),
    currency: z.string(),
    exponent: z.int(),
    due: z.int(),
    authorised: z.int(),
    captured: z.int(),
    refunded: z.int(),
    refundDue: z.int(),
    retained: z.int().optional().describe('Kept by the terms under which tickets were cancelled'),
    reference: z.string().optional(),
    standing: z.enum(['pending', 'unknown']).optional(),
  })
  .meta({ id: 'MoneyEntry' });
