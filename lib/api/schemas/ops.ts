import { z } from 'zod';
import { MONEY_STATES, TICKETS_STATES } from '@/lib/checkout/ledgers';
import { amount, moneyEntry } from './amount';
import { checkoutView } from './checkout';

/** One line of the operators' list. No personal data. */
export const opsRow = z
  .object({
    id: z.string(),
    reference: z.string(),
    supplier: z.string(),
    tickets: z.enum(TICKETS_STATES),
    money: z.object({ state: z.enum(MONEY_STATES), entries: z.array(moneyEntry) }),
    attention: z.object({ code: z.string(), since: z.iso.datetime() }).nullable(),
    order: z.object({ act: z.string(), by: z.string(), reason: z.string() }).nullable(),
    ageMs: z.int().describe('Since it needs a person'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'OpsRow' });

const journalLine = z
  .object({
    at: z.iso.datetime(),
    kind: z.string(),
    name: z.string(),
    attempt: z.string().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'JournalLine' });

/** A checkout as an operator sees it: details masked, step parameters left out, history in full. */
export const opsCheckout = opsRow
  .extend({
    version: z.int(),
    traceId: z.string(),
    dueAt: z.iso.datetime().nullable(),
    checkout: checkoutView,
    attempts: z.array(
      z.object({
        id: z.string(),
        option: z.string(),
        status: z.string(),
        exposed: z.boolean(),
        declines: z.int(),
        startedAt: z.iso.datetime(),
        request: z
          .object({ reference: z.string(), id: z.string() })
          .optional()
          .describe('What the partner’s collector asked for it by, in its provider’s books'),
      }),
    ),
    bookable: z
      .array(z.object({ option: z.string(), label: z.string(), due: amount }))
      .describe('What can be booked for money that the partner has received'),
    marks: z.array(z.object({ at: z.iso.datetime(), by: z.string(), what: z.string(), reason: z.string() })),
    journal: z.array(journalLine),
  })
  .meta({ id: 'OpsCheckout' });

export const opsList = z.object({ checkouts: z.array(opsRow) }).meta({ id: 'OpsList' });

const reason = z.string().trim().min(3).max(500).describe('Why; kept with the checkout for ever');
const by = z.string().trim().min(1).max(80).optional().describe('Who, where a key and not a login says it');

/** An act on some items; no items named means all that the act can touch. */
export const opsAct = z
  .object({ reason, by, items: z.array(z.string().min(1).max(128)).max(100).default([]) })
  .meta({ id: 'OperatorAct' });

export const opsMark = z
  .object({ reason, by, entry: z.string().min(1).max(128).describe('`key` of the money entry') })
  .meta({ id: 'OperatorMark' });

/** The money for a held order came in by other means; the ticket is booked for it, and for nothing less. */
export const opsBook = z
  .object({
    reason,
    by,
    option: z.string().min(1).max(128).describe('`option` of `bookable`'),
    reference: z
      .string()
      .trim()
      .min(1)
      .max(120)
      .describe('What the money is found by: a receipt, a transfer'),
    amount: z.int().min(0).describe('Received, in minor units; at least what is due'),
    currency: z.string().regex(/^[A-Z]{3}$/),
  })
  .meta({ id: 'OperatorBooking' });

export const opsNote = z.object({ reason, by }).meta({ id: 'OperatorNote' });

export type OpsRow = z.infer<typeof opsRow>;
export type OpsCheckout = z.infer<typeof opsCheckout>;
