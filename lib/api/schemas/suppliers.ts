import { z } from 'zod';

const supplier = z
  .object({
    id: z.string(),
    name: z.string(),
    capabilities: z.object({
      picker: z.boolean().describe('Dates and seats are chosen in a page of the supplier’s'),
      offers: z.boolean(),
      extend: z.boolean(),
      release: z.boolean(),
      cancel: z.boolean(),
      holds: z
        .boolean()
        .describe(
          'Tickets that were taken are held until a time. Else they are nobody’s before they are paid',
        ),
      promoCodes: z.boolean().describe('Takes a promo code with a quote and with what is to be held'),
    }),
    options: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        collects: z.enum(['supplier', 'partner']),
        method: z.string().optional().describe('Absent where the partner collects'),
      }),
    ),
  })
  .meta({ id: 'Supplier' });

export const suppliers = z.object({ suppliers: z.array(supplier) }).meta({ id: 'Suppliers' });

export const pickerOpened = z
  .object({
    url: z.string().describe('For a frame'),
    origin: z.string().describe('The only origin whose messages count'),
    handle: z.string().describe('Signed name of the basket, of use to this browser only'),
  })
  .meta({ id: 'PickerOpened' });

export type SupplierView = z.infer<typeof supplier>;
