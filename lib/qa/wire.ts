import { z } from 'zod';
import { purchase } from './purchase';

/** Where a purchase can end, as this shop has words for it. */
const ENDINGS = [
  'tickets',
  'some',
  'overpaid',
  'kept',
  'declined',
  'lost',
  'expired',
  'refused',
  'owed',
  'refunded',
  'cancelled',
  'seen',
] as const;

/** A sandbox that is newer than this shop may know more of them; then the page says nothing of the end. */
const ending = z.enum(ENDINGS).nullable().catch(null);

/** A scenario as the sandbox's control port lists it. */
const scenario = z.object({
  id: z.string(),
  provider: z.string(),
  title: z.string(),
  how: z.string(),
  expect: z.string(),
  card: z.object({ number: z.string(), expiry: z.string(), cvc: z.string() }).optional(),
  event: z.string().optional(),
  /** The provider's name for people. */
  system: z.string(),
  buy: purchase,
  /** Where the purchase ends for whoever does what is said. */
  ends: ending,
  /** What may be done instead, and where that ends. */
  instead: z.record(z.string(), ending),
});

const row = z.object({ provider: z.string(), id: z.string(), group: z.string() });

/** What every provider of the sandbox believes happened. Amounts in minor units. */
export const ledgerWire = z.object({
  holds: z.array(row.extend({ title: z.string(), status: z.string(), expiresAt: z.string() })),
  bookings: z.array(
    row.extend({
      title: z.string(),
      status: z.string(),
      amount: z.int(),
      currency: z.string(),
      reference: z.string().optional(),
    }),
  ),
  charges: z.array(
    row.extend({
      status: z.string(),
      amount: z.int(),
      captured: z.int(),
      refunded: z.int(),
      currency: z.string(),
    }),
  ),
  calls: z.array(
    z.object({
      provider: z.string(),
      at: z.string(),
      method: z.string(),
      path: z.string(),
      status: z.int(),
      ms: z.number(),
      fault: z.string().optional(),
    }),
  ),
});

export const scenariosWire = z.array(scenario);

/** Mails that the sandbox's mailbox took. */
export const mailsWire = z.array(
  z.object({
    id: z.string(),
    at: z.string(),
    to: z.array(z.string()),
    subject: z.string().nullable(),
    text: z.string().nullable(),
  }),
);

export type Scenario = z.infer<typeof scenario>;
export type SandboxLedger = z.infer<typeof ledgerWire>;
export type SandboxRow = z.infer<typeof row>;
export type Mail = z.infer<typeof mailsWire>[number];
