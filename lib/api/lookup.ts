import 'server-only';
import type { Json } from '@/lib/checkout/json';
import type { Foyer } from '@/lib/foyer';

/** A match is mailed once in this time, however often it is asked for: nobody's mailbox can be filled from here. */
const AGAIN_MS = 600_000;

/** Answers take this long whether something matched or not. */
const FLOOR_MS = 150;

/** Mails the link of a checkout to the address it was booked with, when reference and last name are those of one. */
export async function mailLink(foyer: Foyer, ask: { reference: string; lastName: string }): Promise<void> {
  await Promise.all([enqueueIfMatch(foyer, ask), new Promise((wake) => setTimeout(wake, FLOOR_MS))]);
}

async function enqueueIfMatch(foyer: Foyer, ask: { reference: string; lastName: string }): Promise<void> {
  const stored = await foyer.store.byReference(tidyReference(ask.reference));
  if (!stored) return;
  const { id, details } = stored.checkout;
  const name = customerOf(details.values).lastName;
  const given = foldName(ask.lastName);
  if (typeof name !== 'string' || given === '' || foldName(name) !== given) return;
  const now = foyer.now();
  await foyer.store.enqueue(
    { key: `link:${id}:${Math.floor(now / AGAIN_MS)}`, checkoutId: id, kind: 'link' },
    now,
  );
}

function customerOf(values: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
  const { customer } = values;
  return customer !== null && typeof customer === 'object' && !Array.isArray(customer)
    ? (customer as { readonly [key: string]: Json })
    : {};
}

/** As people copy it: "fyr 7k3m9q2d", "7K3M9Q2D". */
export function tidyReference(text: string): string {
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return `FYR-${bare.startsWith('FYR') ? bare.slice(3) : bare}`;
}

const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

/** A name without case, accents, blanks and punctuation: "O’Brien-Núñez" is "obriennunez". */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[ßøłđæœıþ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '');
}
