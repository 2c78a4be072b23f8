import type { Look } from '../method';
import type { Checkout, Item } from '../model';
import type { MoneyEntry } from '../step';

/** Takes over the supplier's word on its entries; entries that it does not name stay as they are. */
export function mergeMoney(checkout: Checkout, entries: readonly MoneyEntry[]): Checkout {
  const byKey = new Map(checkout.money.map((entry) => [entry.key, entry]));
  for (const entry of entries) byKey.set(entry.key, entry);
  return oweExcess({ ...checkout, money: [...byKey.values()] });
}

/**
 * What arrived beyond what is due is owed back, whoever took it: two links can both be paid, and a price can fall.
 * The partner's own takings are owed first, because those the partner can return.
 */
export function oweExcess(checkout: Checkout): Checkout {
  const money = checkout.totals.reduce((entries, { currency, due }) => {
    const byPartner = owe(entries, currency, Math.max(0, keptIn(entries, currency) - due), 'partner');
    return owe(byPartner, currency, Math.max(0, keptIn(byPartner, currency) - due), 'supplier');
  }, checkout.money);
  return { ...checkout, money };
}

/** Turns up to `amount` of what one side keeps into a debt. */
function owe(
  entries: readonly MoneyEntry[],
  currency: string,
  amount: number,
  collector: MoneyEntry['collectedBy'],
): readonly MoneyEntry[] {
  let rest = amount;
  return entries.map((entry) => {
    if (entry.currency !== currency || entry.collectedBy !== collector) return entry;
    const part = Math.min(rest, Math.max(0, keptOf(entry)));
    rest -= part;
    return part > 0 ? { ...entry, refundDue: entry.refundDue + part } : entry;
  });
}

function keptIn(entries: readonly MoneyEntry[], currency: string): number {
  return entries.reduce((sum, entry) => sum + (entry.currency === currency ? keptOf(entry) : 0), 0);
}

/** What was taken and is neither returned nor owed. */
function keptOf({ captured, refunded, refundDue }: MoneyEntry): number {
  return captured - refunded - refundDue;
}

/**
 * The payment provider's word on the money of a checkout with one supplier entry, about one attempt: what was taken is
 * taken, whatever the supplier has noticed so far. A second payment beside the one that counts is owed back whole.
 */
export function applyLook(checkout: Checkout, attemptId: string | null, look: Look): Checkout {
  const before = checkout.attempts.findIndex(({ id }) => id === attemptId);
  const entry = entryOf(checkout.money, before, look);
  if (!entry) return checkout;
  const second =
    look.money === 'captured' && entry.captured > 0 && entry.reference && entry.reference !== look.reference;
  return mergeMoney(checkout, [second ? againEntry(entry, look) : lookedAt(entry, look)]);
}

/**
 * The entry that a look is about: the one that this payment is known by, else the one of the hold that the attempt was begun
 * in. Were a payment for a hold that is gone put down to the tickets that are held now, it would stand in the ledger twice.
 */
function entryOf(money: readonly MoneyEntry[], attempt: number, look: Look): MoneyEntry | undefined {
  const reference = 'reference' in look ? look.reference : undefined;
  const taken = money.filter(({ collectedBy }) => collectedBy === 'supplier');
  const past = taken
    .filter(({ key }) => attempt >= 0 && (holdOf(key) ?? 0) > attempt)
    .sort((one, other) => (holdOf(one.key) ?? 0) - (holdOf(other.key) ?? 0));
  return (
    taken.find((entry) => reference && entry.reference === reference) ??
    past[0] ??
    taken.find(({ key }) => holdOf(key) === null)
  );
}

/** The key of what was taken for a hold that is gone; `attempts`: how many there had been when the next one was asked for. */
export function pastKey(key: string, attempts: number): string {
  return `past:${attempts}:${key}`;
}

/** How many attempts there had been at the end of the hold that an entry was taken for; null for the present hold's. */
export function holdOf(key: string): number | null {
  return Number(/^past:(\d+):/.exec(key)?.[1] ?? 0) || null;
}

function againEntry(
  entry: MoneyEntry,
  { amount, reference }: Extract<Look, { money: 'captured' | 'authorised' }>,
): MoneyEntry {
  return {
    ...entry,
    key: `again:${reference}`,
    reference,
    due: 0,
    captured: amount,
    refunded: 0,
    refundDue: amount,
  };
}

function lookedAt(entry: MoneyEntry, look: Look): MoneyEntry {
  const { standing: _, ...plain } = entry;
  switch (look.money) {
    case 'captured': {
      const captured = Math.max(entry.captured, look.amount);
      // Nothing is booked any more for a hold that is gone: what nobody knew of yet is owed.
      const refundDue = entry.refundDue + (holdOf(entry.key) === null ? 0 : captured - entry.captured);
      return { ...plain, captured, refundDue, reference: look.reference };
    }
    case 'authorised':
      return { ...plain, authorised: Math.max(entry.authorised, look.amount), reference: look.reference };
    case 'pending':
      return { ...plain, standing: 'pending' };
    case 'none':
    case 'closed':
      return plain;
    case 'unknown':
      return entry;
  }
}

/** A doubt about the money, until a look resolves it. */
export function doubtMoney(checkout: Checkout): Checkout {
  const money = checkout.money.map((entry): MoneyEntry => ({ ...entry, standing: 'unknown' }));
  return { ...checkout, money };
}

/** No money moved and none is on its way: said only with the supplier's or the provider's word for it. */
export function clearStanding(checkout: Checkout): Checkout {
  return { ...checkout, money: checkout.money.map(({ standing: _, ...entry }) => entry) };
}

/**
 * What the partner took and owes back: everything beyond the price of the tickets that are left. Called where the
 * partner collected; suppliers report their own refunds.
 */
export function oweForFailed(checkout: Checkout): Checkout {
  const gone = checkout.items.filter(({ status }) => GONE.includes(status));
  const nothingLeft = gone.length === checkout.items.length;
  const money = checkout.totals.reduce((entries, { currency, due }) => {
    const lost = gone.reduce((sum, item) => sum + priceOf(item, currency), 0);
    const entitled = nothingLeft ? 0 : due - lost;
    return owe(entries, currency, Math.max(0, keptIn(entries, currency) - entitled), 'partner');
  }, checkout.money);
  return { ...checkout, money };
}

const GONE: readonly Item['status'][] = ['failed', 'released', 'expired', 'cancelled'];

function priceOf(item: Item, currency: string): number {
  const { price, fee, deliveryFee } = item;
  return price.currency === currency ? price.amount + fee.amount + (deliveryFee?.amount ?? 0) : 0;
}

/** Nothing will be booked for what this entry took: all of it is owed. */
export function oweWhole(checkout: Checkout, key: string): Checkout {
  const money = checkout.money.map((entry) =>
    entry.key === key ? { ...entry, due: 0, refundDue: Math.max(0, entry.captured - entry.refunded) } : entry,
  );
  return { ...checkout, money };
}

/** Money that went back: the debt falls by it, never below zero. */
export function noteRefund(checkout: Checkout, key: string, amount: number): Checkout {
  const money = checkout.money.map((entry) =>
    entry.key === key
      ? { ...entry, refunded: entry.refunded + amount, refundDue: Math.max(0, entry.refundDue - amount) }
      : entry,
  );
  return { ...checkout, money };
}
