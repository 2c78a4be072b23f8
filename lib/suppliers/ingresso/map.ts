import type { Totals } from '@/lib/checkout/model';
import type { MoneyEntry } from '@/lib/checkout/step';
import { publishableKey } from './debitor';
import { itemIdOf, itemOf, type ShownItem } from './map-order';
import type { BundleMemo } from './memo';
import { bundleCurrency, type Currency, desiredCurrency, maybeAmount } from './money';
import type { BundleWire, TrolleyContentsWire } from './wire-order';
import type { CurrencyWire } from './wire-parts';

/** What the mapping of a trolley needs beside it. */
export interface TrolleyFrame {
  readonly currencies: Readonly<Record<string, CurrencyWire>> | null | undefined;
  readonly imageOrigins: readonly string[];
  readonly expiresAt?: number;
}

/** A trolley in our terms: what is in it, what it costs, and what has to be paid bundle by bundle. */
export interface Trolley {
  readonly items: readonly ShownItem[];
  readonly totals: readonly Totals[];
  readonly bundles: readonly BundleMemo[];
}

/** A trolley; null when a price is missing or its sums contradict each other: such a one is neither shown nor paid. */
export function trolleyOf(contents: TrolleyContentsWire, frame: TrolleyFrame): Trolley | null {
  const read = (contents.bundle ?? []).map((bundle) => bundleOf(bundle, frame));
  const bundles = read.filter((one) => one !== null);
  if (bundles.length < read.length) return null;
  return {
    items: bundles.flatMap(({ items }) => items),
    totals: totalsOf(bundles.map(({ total }) => total)),
    bundles: bundles.map(({ memo }) => memo),
  };
}

function bundleOf(bundle: BundleWire, frame: TrolleyFrame) {
  const currency = bundleCurrency(bundle, frame.currencies);
  const rows = currency ? bundle.order.map((order) => itemOf(order, { ...frame, currency })) : [];
  const items = rows.filter((item) => item !== null);
  const total = currency && totalOf(bundle, currency, frame);
  if (!currency || !total || items.length < bundle.order.length) return null;
  const memo: BundleMemo = {
    source: bundle.bundle_source_code,
    label: items.map(({ title }) => title).join(', ') || (bundle.bundle_source_desc ?? ''),
    itemIds: bundle.order.map(itemIdOf),
    currency: currency.code,
    exponent: currency.exponent,
    total: total.due,
    publishableKey: publishableKey(bundle),
  };
  return { items, total, memo };
}

/** Seats, fees and sending, one beside the other; null when they do not make the total. */
function totalOf(bundle: BundleWire, currency: Currency, { currencies }: TrolleyFrame): Totals | null {
  const items = maybeAmount(bundle.bundle_total_seatprice, currency);
  const fees = maybeAmount(bundle.bundle_total_surcharge, currency);
  const due = maybeAmount(bundle.bundle_total_cost, currency);
  const delivery = maybeAmount(bundle.bundle_total_send_cost ?? 0, currency);
  if (!items || !fees || !due || !delivery) return null;
  if (items.amount + fees.amount + delivery.amount !== due.amount) return null;
  const desired = desiredCurrency(bundle, currencies);
  const indication = desired && maybeAmount(bundle.bundle_total_cost_in_desired, desired);
  return {
    currency: currency.code,
    exponent: currency.exponent,
    items: items.amount,
    fees: fees.amount,
    delivery: delivery.amount,
    discount: 0,
    due: due.amount,
    ...(indication ? { indication } : {}),
  };
}

/** One a currency. Each twin in the desired currency is rounded by itself, so where there are several none is shown. */
function totalsOf(parts: readonly Totals[]): readonly Totals[] {
  const sums = new Map<string, Totals>();
  for (const part of parts) {
    const sum = sums.get(part.currency);
    if (!sum) {
      sums.set(part.currency, part);
      continue;
    }
    const { indication: _, ...known } = sum;
    sums.set(part.currency, {
      ...known,
      items: sum.items + part.items,
      fees: sum.fees + part.fees,
      delivery: sum.delivery + part.delivery,
      due: sum.due + part.due,
    });
  }
  return [...sums.values()];
}

/** The money of a bundle that nobody was paid for yet: one payment a bundle. */
export function unpaid(bundle: BundleMemo): MoneyEntry {
  return {
    key: bundle.source,
    itemIds: bundle.itemIds,
    collectedBy: 'supplier',
    currency: bundle.currency,
    exponent: bundle.exponent,
    due: bundle.total,
    authorised: 0,
    captured: 0,
    refunded: 0,
    refundDue: 0,
  };
}
