import { z } from 'zod';
import type { JsonObject } from '@/lib/checkout/json';
import { fieldOf } from './details';
import type { HoldMemo } from './memo';

const person = z.record(z.string(), z.union([z.string(), z.boolean()]));

const values = z.object({
  customer: person.and(z.looseObject({ firstName: z.string(), lastName: z.string(), email: z.string() })),
  items: z.record(z.string(), z.object({ tickets: z.array(person) })).default({}),
});
export type Customer = z.infer<typeof values>;

/** What the customer typed; null while details are missing. */
export function customerIn(json: JsonObject): Customer | null {
  const parsed = values.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** The lead guest as the wire takes them. A phone number goes out without decoration. */
export function contactOf({ customer }: Customer, locale: string): JsonObject {
  const { firstName, lastName } = customer;
  return { fullName: `${firstName} ${lastName}`, ...wired(customer), locales: [locale] };
}

function wired(person: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(
    Object.entries(person).flatMap(([name, value]): (readonly [string, string | boolean])[] => {
      if (typeof value === 'boolean') return [[fieldOf(name), value]];
      if (typeof value !== 'string' || value === '') return [];
      return [[fieldOf(name), name === 'phone' ? dialled(value) : value]];
    }),
  );
}

/** "+44 (0)20…" is how many write it; the zero in brackets is not dialled after a country code. */
function dialled(phone: string): string {
  return (phone.includes('+') ? phone.replace('(0)', '') : phone).replace(/[^\d+]/g, '');
}

/**
 * The tickets of one booking, with the holders that were named; undefined where none is asked for, because the list that
 * is sent replaces all of them.
 */
export function holdersOf(
  { items }: Customer,
  booking: HoldMemo['bookings'][number],
): readonly JsonObject[] | undefined {
  const named = items[booking.item]?.tickets ?? [];
  let next = 0;
  if (!booking.units.some(({ asks }) => asks)) return undefined;
  return booking.units.map(({ uuid, unitId, asks }) => {
    const holder = asks ? named[next++] : undefined;
    return { uuid, unitId, ...(holder ? { contact: wired(holder) } : {}) };
  });
}
