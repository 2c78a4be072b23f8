import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';

/** Ids of ours and of suppliers as they come in a path or a body: short, and nothing a path or a log could trip over. */
export const id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u, 'must not hold control characters');

/** Any JSON value. The reader of the body has bounded its depth and number of keys already. */
export const json: z.ZodType<Json> = z.json();

export const jsonObject = z.record(z.string(), json);

export const line = z
  .object({
    event: id,
    offer: id,
    tickets: z
      .array(z.object({ type: id, quantity: z.int().min(1).max(100) }))
      .min(1)
      .max(20)
      .refine((tickets) => distinct(tickets.map(({ type }) => type)), 'must name each ticket type once'),
    seats: z
      .array(id)
      .max(100)
      .refine(distinct, 'must name each seat once')
      .optional()
      .describe('As many as tickets'),
    options: jsonObject.optional(),
  })
  .refine(({ seats, tickets }) => !seats?.length || seats.length === count(tickets), {
    path: ['seats'],
    message: 'must be as many as tickets',
  })
  .meta({ id: 'Line' });

/** Within a code nothing is blank, whatever was pasted along with it. */
const BLANKS = /[\s\p{C}]+/gu;

/** A promo code as somebody typed or pasted it. */
export const promoCode = z
  .string()
  .max(200)
  .transform((text) => text.replace(BLANKS, ''))
  .pipe(z.string().min(1).max(40));

/** What lines are quoted and held by. */
export const linesShape = {
  lines: z
    .array(line)
    .min(1)
    .max(20)
    .refine(
      (lines) => distinct(lines.map(({ event, offer, options }) => JSON.stringify([event, offer, options]))),
      'must name each offer once: put its tickets into one line',
    ),
  promoCode: promoCode.optional().describe('Of suppliers with the capability `promoCodes`'),
  delivery: z.record(z.string().max(100), z.string().max(100)).default({}).describe('Code by group'),
};

function distinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

function count(tickets: readonly { quantity: number }[]): number {
  return tickets.reduce((sum, { quantity }) => sum + quantity, 0);
}
