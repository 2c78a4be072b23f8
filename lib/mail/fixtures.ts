import { randomUUID } from 'node:crypto';
import type { Checkout, Item } from '@/lib/checkout/model';
import { newCheckout } from '@/lib/checkout/new-checkout';
import type { MoneyEntry } from '@/lib/checkout/step';

/** For tests: a booked and paid checkout of one item, changed as needed. */
export function bookedCheckout(patch: Partial<Checkout> = {}): Checkout {
  const request = { kind: 'lines', lines: [], delivery: {} } as const;
  return {
    ...newCheckout({ id: randomUUID(), supplier: 'demo', request, locale: 'en' }, 1_790_000_000_000),
    reference: `FYR-${randomUUID().slice(0, 8).toUpperCase()}`,
    items: [bookedItem()],
    money: [captured()],
    totals: [{ currency: 'GBP', exponent: 2, items: 6000, fees: 250, delivery: 0, discount: 0, due: 6250 }],
    details: {
      schema: { type: 'object' },
      values: { customer: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.org' } },
    },
    ...patch,
  };
}

export function bookedItem(patch: Partial<Item> = {}): Item {
  return {
    id: 'i1',
    title: 'The Tempest',
    startsAt: Date.UTC(2026, 11, 5, 19, 30),
    timeZone: 'Europe/Paris',
    venue: 'Théâtre du Nord',
    tickets: [{ type: 'adult', label: 'Adult', quantity: 2 }],
    seats: ['A 11', 'A 12'],
    price: { amount: 6000, currency: 'GBP', exponent: 2 },
    fee: { amount: 250, currency: 'GBP', exponent: 2 },
    notices: [],
    status: 'booked',
    reference: 'VENUE-1',
    vouchers: [{ id: 'v1', kind: 'pdf', label: 'Tickets', url: 'https://supplier.example/secret.pdf' }],
    ...patch,
  };
}

export function captured(patch: Partial<MoneyEntry> = {}): MoneyEntry {
  return {
    key: 'm1',
    itemIds: ['i1'],
    collectedBy: 'supplier',
    currency: 'GBP',
    exponent: 2,
    due: 6250,
    authorised: 6250,
    captured: 6250,
    refunded: 0,
    refundDue: 0,
    ...patch,
  };
}
