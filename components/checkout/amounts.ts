import type { CheckoutView } from '@/lib/api/schemas/checkout';
import { formatAmount } from '@/lib/checkout/money';

type Totals = CheckoutView['totals'];
type Entry = CheckoutView['money']['entries'][number];

/** What is due, for a button: "£62.50", or "£62.50 and €20.00". Empty when there is nothing to pay. */
export function dueText(totals: Totals, locale: string): string {
  const due = totals.filter((total) => total.due > 0);
  const texts = due.map(({ due: amount, currency, exponent }) =>
    formatAmount({ amount, currency, exponent }, locale),
  );
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(texts);
}

/** A line about money in one currency: what happened to how much. */
export interface MoneyLine {
  readonly key: string;
  readonly kind: 'paid' | 'authorised' | 'refunded' | 'refundDue' | 'retained' | 'pending' | 'unknown';
  readonly amount: { readonly amount: number; readonly currency: string; readonly exponent: number };
}

const KINDS = ['unknown', 'pending', 'paid', 'authorised', 'refunded', 'refundDue', 'retained'] as const;

/** What happened to the money, one line a kind and currency, doubt first. Currencies are never summed. */
export function moneyLines(entries: readonly Entry[]): MoneyLine[] {
  const lines = new Map<string, MoneyLine>();
  for (const kind of KINDS) {
    for (const entry of entries) {
      const added = amountOf(kind, entry);
      if (added <= 0) continue;
      const { currency, exponent } = entry;
      const key = `${kind}-${currency}`;
      const amount = (lines.get(key)?.amount.amount ?? 0) + added;
      lines.set(key, { key, kind, amount: { amount, currency, exponent } });
    }
  }
  return [...lines.values()];
}

/** How much of an entry a kind speaks of. What is only reserved on a card is said until it is taken. */
function amountOf(kind: MoneyLine['kind'], entry: Entry): number {
  switch (kind) {
    case 'unknown':
    case 'pending':
      return entry.standing === kind ? entry.due : 0;
    case 'paid':
      return entry.captured;
    case 'authorised':
      return entry.captured > 0 || entry.standing ? 0 : entry.authorised;
    case 'refunded':
      return entry.refunded;
    case 'refundDue':
      return entry.refundDue;
    case 'retained':
      return entry.retained ?? 0;
  }
}

/** Where the money of an item that was not booked is: known for itself, part of a shared payment, or never taken. */
export type ItemMoney =
  | { readonly kind: 'refundDue' | 'refunded'; readonly amount: MoneyLine['amount'] }
  | { readonly kind: 'shared' | 'none' };

export function itemMoney(itemId: string, entries: readonly Entry[]): ItemMoney {
  const entry = entries.find(({ itemIds }) => itemIds.includes(itemId));
  if (!entry || (entry.captured === 0 && entry.authorised === 0 && !entry.standing)) return { kind: 'none' };
  if (entry.itemIds.length > 1 || entry.standing) return { kind: 'shared' };
  const { currency, exponent, refunded, refundDue } = entry;
  if (refundDue > 0) return { kind: 'refundDue', amount: { amount: refundDue, currency, exponent } };
  if (refunded > 0) return { kind: 'refunded', amount: { amount: refunded, currency, exponent } };
  return { kind: 'shared' };
}
