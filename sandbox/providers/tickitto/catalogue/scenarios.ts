import { FLEXIBLE, general, ticket } from './parts';
import type { Behaviour, EventSpec } from './types';
import { VENUES } from './venues';

/** The category that a shop can show apart: events that misbehave, each in one way. */
export const SCENARIO_CATEGORY = 'Sandbox scenarios';

function scenario(id: string, slug: string, title: string, summary: string, behaviour: Behaviour): EventSpec {
  return {
    id,
    slug,
    title,
    summary,
    story: [
      summary,
      'This event belongs to the sandbox. It looks like any other and misbehaves in exactly one way.',
    ],
    categories: [SCENARIO_CATEGORY],
    venue: VENUES.kensington,
    admission: 'date_entry',
    currency: 'GBP',
    minutes: 60,
    days: [0, 1, 2, 3, 4, 5, 6],
    times: [],
    bands: general(ticket('Adult', 2000), ticket('Child', 1000)),
    capacity: 500,
    popularity: 1,
    cancellation: FLEXIBLE,
    highlights: [],
    includes: [],
    excludes: [],
    entryNotes: [],
    poster: { motif: 'rings', colours: ['#22252b', '#4b5563', '#f59e0b'] },
    behaviour,
  };
}

/** One event for each way in which a purchase can go wrong after all went right so far. */
export const SCENARIO_EVENTS: readonly EventSpec[] = [
  scenario(
    'T901',
    'item-fails',
    'Paid, then Refused',
    'The venue refuses the tickets after the money was taken.',
    {
      bookingFails: true,
    },
  ),
  scenario(
    'T902',
    'refused-and-refunded',
    'Refused, then Refunded',
    'The venue refuses, and six seconds later the money goes back by itself.',
    {
      bookingFails: true,
      refundAfterMs: 6_000,
    },
  ),
  scenario(
    'T903',
    'voucher-late',
    'The Late Voucher',
    'Booked at once; the voucher follows twenty seconds later.',
    {
      voucherMs: 20_000,
    },
  ),
  scenario(
    'T904',
    'fulfilment-pending',
    'The Long Fulfilment',
    'Stays fulfilment_pending for ten seconds before it is booked.',
    {
      fulfilmentMs: 10_000,
    },
  ),
  scenario(
    'T905',
    'fulfilment-errored',
    'The Lost Tickets',
    'Booked, but its tickets could not be fetched: no voucher until somebody acts.',
    {
      fulfilmentErrors: true,
    },
  ),
  scenario('T906', 'slow-booking', 'The Slow Confirmation', 'The venue takes twelve seconds to confirm.', {
    bookingMs: 12_000,
  }),
  scenario('T907', 'seats-gone', 'Sold Out a Moment Ago', 'Looks available, and is gone when it is added.', {
    seatsGone: true,
  }),
  scenario(
    'T908',
    'price-rises',
    'The Rising Price',
    'Costs twelve percent more from the moment payment is prepared.',
    {
      risesPercent: 12,
    },
  ),
  scenario('T909', 'short-hold', 'A Minute to Pay', 'Held for a minute, then held anew.', {
    holdMs: 60_000,
  }),
  scenario(
    'T910',
    'hold-lost',
    'Gone in Three Quarters',
    'Held for forty-five seconds, and then sold to somebody else.',
    {
      holdMs: 45_000,
      reholdFails: true,
    },
  ),
  scenario(
    'T911',
    'webhook-held',
    'Stripe’s Word Is Late',
    'Paid at Stripe, while the supplier has not heard of it yet.',
    {
      webhookHeld: true,
    },
  ),
];
