import { nothingDue, owedBack } from '@/lib/checkout/ledgers';
import type { Checkout, Item } from '@/lib/checkout/model';
import { type Amount, formatAmount } from '@/lib/checkout/money';
import type { MoneyEntry } from '@/lib/checkout/step';
import { formatDay, formatMoment } from '@/lib/i18n/dates';
import type { Card, Row, Section } from './letter';
import { line } from './plain';
import type { Translate } from './translate';

/** Every item with its own fate; an item that failed stands beside those that are booked. */
export function itemsSection(t: Translate, { items, locale }: Checkout): Section {
  return { heading: t('mail.items'), cards: items.map((item) => itemCard(t, item, locale)) };
}

function itemCard(t: Translate, item: Item, locale: string): Card {
  const { title, startsAt, timeZone, day, venue, tickets, seats, reference, notices, status } = item;
  const lines = tickets.map(({ quantity, label }) =>
    t('mail.ticketLine', { quantity, label: line(label, 80) }),
  );
  const rows: (Row | null)[] = [
    startsAt === undefined ? null : [t('mail.when'), formatMoment(startsAt, timeZone, locale)],
    startsAt === undefined && day ? [t('mail.when'), formatDay(day, locale)] : null,
    venue ? [t('mail.where'), line(venue)] : null,
    lines.length > 0 ? [t('mail.tickets'), lines.join(', ')] : null,
    seats && seats.length > 0 ? [t('mail.seats'), seats.map((seat) => line(seat, 60)).join(', ')] : null,
    reference ? [t('mail.bookingReference'), line(reference, 80)] : null,
    [t('mail.status'), statusOf(t, item)],
    notices.length > 0 && GOES.has(status) ? [t('mail.notices'), line(notices.join(' '), NOTICES)] : null,
  ];
  return { title: line(title), rows: rows.filter((row) => row !== null) };
}

/** Somebody goes there with it, or may: then they read on the way where to meet, and what to bring. */
const GOES: ReadonlySet<Item['status']> = new Set(['booked', 'booking', 'unknown']);

/** Some suppliers send pages; all of it stands on the order's page. */
const NOTICES = 600;

function statusOf(t: Translate, { status, voucherToCome }: Item): string {
  switch (status) {
    case 'booked':
      return t(voucherToCome ? 'mail.statuses.toCome' : 'mail.statuses.booked');
    case 'booking':
    case 'unknown':
    case 'failed':
    case 'cancelled':
      return t(`mail.statuses.${status}`);
    case 'open':
    case 'held':
    case 'released':
    case 'expired':
      return t('mail.statuses.over');
  }
}

/** What was paid, returned and is still owed: one line a currency and payee, never summed across. */
export function moneySection(t: Translate, checkout: Checkout, supplier: string): Section {
  const { money, locale } = checkout;
  const rows = [
    ...sums(money, 'supplier', 'captured', locale, t('mail.paidTo', { supplier })),
    ...sums(money, 'partner', 'captured', locale, t('mail.paid')),
    ...sums(money, null, 'refunded', locale, t('mail.returned')),
    ...sums(money, null, 'refundDue', locale, t('mail.owed')),
    ...sums(money, null, 'retained', locale, t('mail.kept')),
  ];
  const none: Row = [t('mail.paid'), t('mail.nothing')];
  return {
    heading: t('mail.money'),
    cards: [{ rows: rows.length === 0 && nothingDue(checkout) ? [none] : rows }],
  };
}

/** What is owed back, one amount a currency. */
export function owedOf(checkout: Checkout): string {
  return owedBack(checkout)
    .map((amount) => formatAmount(amount, checkout.locale))
    .join(' + ');
}

function sums(
  money: readonly MoneyEntry[],
  collectedBy: MoneyEntry['collectedBy'] | null,
  field: 'captured' | 'refunded' | 'refundDue' | 'retained',
  locale: string,
  label: string,
): readonly Row[] {
  const found = new Map<string, Amount>();
  for (const entry of money) {
    const { currency, exponent, [field]: sum = 0 } = entry;
    if (sum <= 0 || (collectedBy !== null && entry.collectedBy !== collectedBy)) continue;
    found.set(currency, { amount: (found.get(currency)?.amount ?? 0) + sum, currency, exponent });
  }
  return [...found.values()].map((amount) => [label, formatAmount(amount, locale)] as const);
}
