import type { Attempt, Checkout, Item, PlacedStep } from '@/lib/checkout/model';
import { newCheckout } from '@/lib/checkout/new-checkout';
import type { Stored } from '@/lib/checkout/store';

const GBP = { currency: 'GBP', exponent: 2 };

export function item(over: Partial<Item> = {}): Item {
  return {
    id: 'i1',
    title: 'The Mousetrap',
    startsAt: Date.UTC(2027, 0, 5, 19, 30),
    timeZone: 'Europe/London',
    venue: 'St Martin’s',
    tickets: [{ type: 'adult', label: 'Adult', quantity: 2, price: { amount: 6000, ...GBP } }],
    price: { amount: 6000, ...GBP },
    fee: { amount: 250, ...GBP },
    notices: [],
    status: 'held',
    vouchers: [],
    ...over,
  };
}

export function attempt(over: Partial<Attempt> = {}): Attempt {
  return {
    id: 'a1',
    option: 'sim.card',
    status: 'open',
    step: null,
    steps: 0,
    memo: { secret: 'memo-of-the-attempt' },
    proof: null,
    refundTried: false,
    exposed: false,
    cleared: false,
    client: null,
    declines: 0,
    startedAt: 0,
    touchedAt: 0,
    ...over,
  };
}

export const payStep: PlacedStep = {
  kind: 'pay',
  id: 's1',
  method: 'sim-card',
  params: { clientSecret: 'the-client-secret' },
};

let references = 0;
const nextReference = () => {
  references += 1;
  return `FYR-${String(references).padStart(8, 'A')}`;
};

/** A checkout with tickets held and £62.50 due. */
export function checkout(id: string, over: Partial<Checkout> = {}): Checkout {
  const request = { kind: 'lines', lines: [], delivery: {} } as const;
  return {
    ...newCheckout({ id, supplier: 'sim', request, locale: 'en' }, Date.UTC(2026, 10, 1)),
    reference: nextReference(),
    memo: { basket: 'memo-of-the-hold', commission: 1234 },
    expiresAt: Date.UTC(2030, 0, 1),
    items: [item()],
    money: [
      {
        key: 'm1',
        itemIds: ['i1'],
        collectedBy: 'supplier',
        ...GBP,
        due: 6250,
        authorised: 0,
        captured: 0,
        refunded: 0,
        refundDue: 0,
      },
    ],
    totals: [{ ...GBP, items: 6000, fees: 250, delivery: 0, discount: 0, due: 6250 }],
    details: {
      schema: {
        type: 'object',
        required: ['customer'],
        properties: {
          customer: {
            type: 'object',
            required: ['lastName', 'email'],
            properties: {
              lastName: { type: 'string' },
              email: { type: 'string', format: 'email' },
              news: { type: 'boolean' },
            },
          },
        },
      },
      values: { customer: { lastName: 'O’Brien-Núñez', email: 'buyer@example.com' } },
    },
    ...over,
  };
}

export function stored(value: Checkout, version = 1): Stored {
  return { checkout: value, version, dueAt: null };
}
