import { z } from 'zod';
import { amount, totals } from './amount';
import { priced } from './item';

const dates = z.object({ from: z.iso.datetime(), to: z.iso.datetime() });

const summaryShape = {
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  image: z.string().optional(),
  category: z.string().optional(),
  city: z.string().optional(),
  venue: z.string().optional(),
  from: amount.optional().describe('Cheapest ticket; an indication, not an offer'),
  dates: dates.optional(),
};

export const eventSummary = z.object(summaryShape).meta({ id: 'EventSummary' });

export const eventDetail = z
  .object({
    ...summaryShape,
    description: z.string(),
    hero: z.string().optional(),
    facts: z.array(z.object({ label: z.string(), text: z.string() })),
    highlights: z.array(z.string()),
    performances: z.array(
      z.object({
        date: z.string().describe('As `date` of the offers call takes it'),
        startsAt: z.iso.datetime().optional(),
        timeZone: z.string().optional(),
      }),
    ),
    notices: z.array(z.string()),
    picker: z.boolean().describe('Dates and seats are chosen in the supplier’s own picker'),
  })
  .meta({ id: 'Event' });

export const eventPage = z
  .object({ events: z.array(eventSummary), page: z.int(), pages: z.int(), total: z.int() })
  .meta({ id: 'EventPage' });

const ticketType = z.object({
  type: z.string(),
  label: z.string(),
  price: amount.describe('Of one ticket, fee included'),
  fee: amount.optional(),
  before: amount.optional().describe('Without the offer that makes it cheaper now'),
  min: z.int(),
  max: z.int(),
  needed: z.boolean().optional().describe('Nothing of the offer is sold without one of these'),
  company: z.array(z.string()).optional().describe('Types of which at least one must be bought with it'),
  notice: z.string().optional(),
});

const seat = z.object({
  id: z.string(),
  label: z.string(),
  row: z.string(),
  block: z.string().describe('Neighbours share it'),
  available: z.boolean(),
  restricted: z.boolean().optional(),
  notice: z.string().optional(),
});

const offer = z
  .object({
    id: z.string(),
    title: z.string(),
    startsAt: z.iso.datetime().optional(),
    timeZone: z.string().optional(),
    price: amount.optional().describe('Of all tickets together, however many; then each costs nothing'),
    ticketTypes: z.array(ticketType),
    quantities: z.array(z.int()).optional().describe('How many tickets together can be bought'),
    seats: z.array(seat).optional(),
    unseated: z.boolean().optional().describe('Nobody has a seat'),
    adjacent: z.boolean().optional().describe('Chosen seats must be neighbours within a block'),
    noSingles: z.boolean().optional().describe('No single seat may be left alone in its block'),
    notices: z.array(z.string()),
  })
  .meta({ id: 'Offer' });

export const offers = z
  .union([z.object({ offers: z.array(offer) }), z.object({ picker: z.literal(true) })])
  .meta({ id: 'Offers' });

const ofLine = z.int().optional().describe('Which of the lines it is, from 0');

const quoteItem = z.object({ ...priced, line: ofLine }).meta({ id: 'QuoteItem' });

export const refusal = z
  .object({ code: z.string(), item: z.string().optional(), text: z.string() })
  .meta({ id: 'Refusal', description: 'Why something could not be priced or held' });

export const quoteView = z
  .object({
    items: z.array(quoteItem),
    totals: z.array(totals),
    discarded: z.array(refusal.extend({ line: ofLine })),
    delivery: z.array(
      z.object({
        group: z.string(),
        label: z.string().optional(),
        chosen: z.string().optional(),
        choices: z.array(
          z.object({
            code: z.string(),
            label: z.string(),
            price: amount,
            kind: z.enum(['collect', 'post', 'self_print']).optional(),
            countries: z.array(z.string()).optional(),
          }),
        ),
      }),
    ),
    expiresAt: z.iso.datetime().nullable(),
    promo: z
      .object({ code: z.string(), accepted: z.boolean(), off: amount })
      .optional()
      .describe('What became of the promo code; what it takes off is within the discount of the totals'),
  })
  .meta({ id: 'Quote' });

export type EventSummaryView = z.infer<typeof eventSummary>;
export type EventView = z.infer<typeof eventDetail>;
export type EventPageView = z.infer<typeof eventPage>;
export type OffersView = z.infer<typeof offers>;
export type QuoteView = z.infer<typeof quoteView>;
export type RefusalView = z.infer<typeof refusal>;
