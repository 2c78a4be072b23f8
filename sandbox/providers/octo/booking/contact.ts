import { z } from 'zod';
import type { ContactField } from '../catalogue/types';
import { Refusal } from '../refusals';
import type { Booking, Contact } from './model';

const text = z.string().max(500).nullish();

/** A contact as it may come: everything can be left out, unknown fields pass. */
export const contactInput = z.looseObject({
  fullName: text,
  firstName: text,
  lastName: text,
  emailAddress: z
    .union([z.email('is not an e-mail address'), z.literal('')])
    .nullish()
    .transform((value) => (value === '' ? null : value)),
  phoneNumber: text,
  locales: z.array(z.string()).nullish(),
  postalCode: text,
  country: text,
  notes: text,
  allowMarketing: z.boolean().nullish(),
});

/** What was told of a contact; null and undefined tell nothing. */
export type Told = { readonly [K in keyof Contact]?: Contact[K] | null };

/** What is known with what was told laid over it. */
export function merge(known: Contact, told: Told | null | undefined): Contact {
  if (!told) return known;
  const fresh = (next: string | null | undefined, old: string | null) => (next === '' ? null : (next ?? old));
  const firstName = fresh(told.firstName, known.firstName);
  const lastName = fresh(told.lastName, known.lastName);
  const both = [firstName, lastName].filter((part) => part !== null).join(' ');
  return {
    fullName: told.fullName ?? (both === '' ? known.fullName : both),
    firstName,
    lastName,
    emailAddress: fresh(told.emailAddress, known.emailAddress),
    phoneNumber: fresh(told.phoneNumber, known.phoneNumber),
    locales: told.locales ?? known.locales,
    postalCode: fresh(told.postalCode, known.postalCode),
    country: fresh(told.country, known.country),
    notes: fresh(told.notes, known.notes),
    allowMarketing: told.allowMarketing ?? known.allowMarketing,
  };
}

/** Throws unless everything is known that the product asks of the lead guest and of each ticket's holder. */
export function assertContacts(booking: Booking): void {
  const missing: string[] = absent(booking.contact, booking.option.required).map(
    (field) => `contact.${field}`,
  );
  booking.unitItems.forEach((item, index) => {
    for (const field of absent(item.contact, item.unit.contact))
      missing.push(`unitItems[${index}].contact.${field}`);
  });
  if (missing.length === 0) return;
  throw new Refusal('BAD_REQUEST', `Required contact fields are missing: ${missing.join(', ')}.`);
}

function absent(contact: Contact, fields: readonly ContactField[]): ContactField[] {
  return fields.filter((field) => {
    // Whoever is known by a full name has both.
    if ((field === 'firstName' || field === 'lastName') && contact.fullName?.trim()) return false;
    return !contact[field]?.trim();
  });
}
