import { z } from 'zod';
import { id, json, jsonObject, linesShape } from './lines';

const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be the name of a supplier');

export const supplierParams = z.object({ supplier: name });
export const eventParams = supplierParams.extend({ event: id });
export const pickerItemParams = supplierParams.extend({ handle: z.string().min(1).max(2000), item: id });
export const checkoutParams = z.object({ id });
export const attemptParams = checkoutParams.extend({ attempt: id });
export const voucherParams = checkoutParams.extend({ voucher: id });

export const eventsQuery = z.object({
  q: z.string().trim().max(100).default('').describe('Words to look for'),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

export const offersQuery = z.object({
  date: z.string().max(40).optional().describe('`date` of a performance'),
});

const supplier = name;
const handle = z.string().min(1).max(2000).describe('Signed name of a picker’s basket');

export const pickerBody = z.object({ event: id, handle: handle.optional() }).meta({ id: 'PickerRequest' });

export const quoteBody = z.union([z.object(linesShape), z.object({ handle })]).meta({ id: 'QuoteRequest' });

export const checkoutBody = z
  .union([z.object({ supplier, ...linesShape }), z.object({ supplier, handle })])
  .meta({ id: 'CheckoutRequest' });

export const acceptBody = z
  .object({ version: z.int().min(0).describe('The `version` whose changes were seen') })
  .meta({ id: 'AcceptRequest' });

export const detailsBody = jsonObject.meta({
  id: 'DetailsRequest',
  description: 'Values of `details.schema`: `customer`, and `items.{id}` where tickets ask for names',
});

export const attemptBody = z
  .object({
    option: z.string().min(1).max(120),
    instrument: z.object({ kind: z.literal('saved'), id }).optional(),
  })
  .meta({ id: 'AttemptRequest' });

export const resultBody = z
  .object({
    step: z.string().min(1).max(120).describe('`id` of the step that it answers'),
    data: json.describe('By the payment method’s own schema'),
  })
  .meta({ id: 'ResultRequest' });

export const lookupBody = z
  .object({ reference: z.string().trim().min(4).max(40), lastName: z.string().trim().min(1).max(120) })
  .meta({ id: 'LookupRequest' });
