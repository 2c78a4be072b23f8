import { randomUUID } from 'node:crypto';
import type { Checkout, Item } from '@/lib/checkout/model';
import { newCheckout } from '@/lib/checkout/new-checkout';
import type { MoneyEntry } from '@/lib/checkout/step';
import type { Write } from '@/lib/checkout/store';
import type { Store } from '../open-store';

/** What each part of the suite runs against: two stores on one database, as two processes have them. */
export interface World {
  /** The first connection. */
  readonly store: Store;
  /** The second. */
  readonly other: Store;
  /** Address of an empty database of its own. */
  fresh(): Promise<string>;
}

/** The suite's present. */
export const NOW = 1_790_000_000_000;
export const LEASE = 10_000;

/** A checkout that holds nothing yet. */
export function someCheckout(patch: Partial<Checkout> = {}): Checkout {
  const request = { kind: 'lines', lines: [], delivery: {} } as const;
  return { ...newCheckout({ id: randomUUID(), supplier: 'demo', request, locale: 'en' }, NOW), ...patch };
}

/** Puts one into the store. */
export async function created({ store }: World, patch: Partial<Checkout> = {}): Promise<Checkout> {
  const checkout = someCheckout(patch);
  await store.create(checkout, [{ at: NOW, kind: 'created', name: 'demo' }], NOW);
  return checkout;
}

/** Puts one into the store and takes its lease. */
export async function leased(world: World, patch: Partial<Checkout> = {}) {
  const checkout = await created(world, patch);
  const fence = await world.store.lease(checkout.id, 'one', NOW, LEASE);
  if (fence === null) throw new Error('A new checkout could not be leased');
  return { checkout, fence };
}

/** A write that changes nothing but what is given. */
export function writeOf(checkout: Checkout, fence: number, patch: Partial<Write> = {}): Write {
  return { checkout, version: 1, fence, dueAt: null, journal: [], used: [], mails: [], ...patch };
}

export function someItem(patch: Partial<Item> = {}): Item {
  const nothing = { amount: 0, currency: 'GBP', exponent: 2 };
  return {
    id: 'i1',
    title: 'An evening',
    tickets: [],
    price: nothing,
    fee: nothing,
    notices: [],
    status: 'held',
    vouchers: [],
    ...patch,
  };
}

export function someMoney(patch: Partial<MoneyEntry> = {}): MoneyEntry {
  return {
    key: 'm1',
    itemIds: ['i1'],
    collectedBy: 'supplier',
    currency: 'GBP',
    exponent: 2,
    due: 6250,
    authorised: 0,
    captured: 0,
    refunded: 0,
    refundDue: 0,
    ...patch,
  };
}
