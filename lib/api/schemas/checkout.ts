import { z } from 'zod';
import { MONEY_STATES, TICKETS_STATES } from '@/lib/checkout/ledgers';
import { SYMBOLOGIES } from '@/lib/checkout/symbology';
import { amount, moneyEntry, totals } from './amount';
import { priced } from './item';

export const NEXT = [
  'review',
  'details',
  'pay',
  'redirect',
  'wait',
  'done',
  'hold_again',
  'start_over',
] as const;

const voucher = z
  .object({
    id: z.string(),
    kind: z.enum(['pdf', 'link', 'qr', 'barcode']),
    label: z.string(),
    href: z.string().describe('Our own address of it; access is checked there'),
    value: z.string().optional().describe('Raw value of a QR or barcode'),
    symbology: z.enum(SYMBOLOGIES).optional().describe('What the value is drawn as, where that is known'),
  })
  .meta({ id: 'Voucher' });

const item = z
  .object({
    ...priced,
    status: z.enum([
      'open',
      'held',
      'booking',
      'booked',
      'failed',
      'released',
      'expired',
      'cancelled',
      'unknown',
    ]),
    code: z.string().optional().describe('Why it failed'),
    why: z.string().optional().describe('Why it failed or was cancelled, as the supplier says it'),
    answerBy: z.iso
      .datetime()
      .optional()
      .describe('While it is confirmed by hand: when it is decided at the latest'),
    reference: z.string().optional().describe('What the venue knows the booking by'),
    vouchers: z.array(voucher),
    voucherToCome: z.boolean().optional(),
    instructions: z.string().optional().describe('How to use or collect them, once booked; with line breaks'),
  })
  .meta({ id: 'Item' });

/** A step as its customer's browser gets it; params only reach the holder of the cookie. */
const step = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('pay'),
      id: z.string(),
      method: z.string(),
      params: z.unknown(),
      resume: z.unknown().optional(),
    }),
    z.object({
      kind: z.literal('redirect'),
      id: z.string(),
      href: z.string().describe('Our hand-over page'),
    }),
    z.object({ kind: z.literal('wait'), id: z.string(), retryAfterMs: z.int(), why: z.string() }),
    z.object({ kind: z.literal('settled'), id: z.string() }),
    z.object({ kind: z.literal('declined'), id: z.string(), code: z.string(), holdKept: z.boolean() }),
    z.object({ kind: z.literal('failed'), id: z.string(), code: z.string() }),
    z.object({ kind: z.literal('unknown'), id: z.string(), since: z.iso.datetime() }),
  ])
  .meta({ id: 'Step' });

const paymentOption = z
  .object({
    id: z.string().describe('`supplier.option`, or `supplier.option:collector`'),
    method: z.string(),
    label: z.string(),
    collects: z.enum(['supplier', 'partner']),
    available: z.boolean(),
    reason: z.string().optional(),
    instruments: z
      .array(z.object({ kind: z.literal('saved'), id: z.string(), label: z.string() }))
      .optional(),
  })
  .meta({ id: 'PaymentOption' });

export const checkoutView = z
  .object({
    id: z.string(),
    reference: z.string().describe('Short reference for people, as used in mail and lookup'),
    supplier: z.string(),
    version: z.int(),
    tickets: z.enum(TICKETS_STATES),
    money: z.object({ state: z.enum(MONEY_STATES), entries: z.array(moneyEntry) }),
    totals: z.array(totals),
    createdAt: z.iso.datetime(),
    serverNow: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    changes: z.array(
      z.object({
        itemId: z.string().optional(),
        kind: z.enum(['price', 'seats', 'removed', 'time', 'delivery']),
        text: z.string(),
        before: amount.optional(),
        after: amount.optional(),
      }),
    ),
    refusals: z
      .array(z.object({ code: z.string(), item: z.string().optional(), text: z.string() }))
      .describe('Why nothing could be held'),
    items: z.array(item),
    details: z.object({
      schema: z.record(z.string(), z.unknown()).describe('JSON Schema 2020-12'),
      values: z.record(z.string(), z.unknown()),
      draft: z.record(z.string(), z.unknown()).optional().describe('Typed, but not valid yet'),
      missing: z.array(z.string()).describe('JSON Pointers, such as `/customer/email`'),
      errors: z
        .array(z.object({ path: z.string(), rule: z.string(), text: z.string() }))
        .describe('What is wrong with the draft'),
    }),
    paymentOptions: z.array(paymentOption),
    attempt: z
      .object({
        id: z.string(),
        option: z.string(),
        status: z.enum(['starting', 'open', 'waiting', 'declined', 'failed', 'done', 'unknown', 'abandoned']),
        step: step.optional(),
        lastDecline: z.string().optional(),
      })
      .optional(),
    capabilities: z.object({ extend: z.boolean(), release: z.boolean(), holdAgain: z.boolean() }),
    next: z.object({ action: z.enum(NEXT), retryAfterMs: z.int().optional() }),
    message: z.object({ code: z.string(), text: z.string(), safeToPay: z.boolean() }),
    link: z
      .string()
      .optional()
      .describe('To partners when they create it: hands the checkout to a customer’s browser'),
  })
  .meta({ id: 'Checkout' });

/** A checkout as the API answers it and the pages show it. */
export type CheckoutView = z.infer<typeof checkoutView>;
export type ItemView = CheckoutView['items'][number];
export type PaymentOptionView = CheckoutView['paymentOptions'][number];
export type StepView = NonNullable<NonNullable<CheckoutView['attempt']>['step']>;
