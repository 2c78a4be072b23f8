import { weekday } from '../../core/local-time';
import type { OptionSpec, ProductSpec, UnitSpec } from './catalogue/types';
import { convert, precision } from './money';

/** A tax that a price contains. Minor units. */
export interface Tax {
  name: string;
  retail: number;
  original: number;
  net: number | null;
}

/** What something costs, minor units: `retail` is what the guest pays, `original` is struck through where it is more. */
export interface Pricing {
  original: number;
  retail: number;
  /** What the reseller is invoiced. */
  net: number | null;
  currency: string;
  currencyPrecision: number;
  includedTaxes: Tax[];
}

/** The share of the retail price that a reseller is invoiced. */
const NET_SHARE = 0.8;

/** What changes a list price: the currency, the day, and what happened since the catalogue was printed. */
export interface At {
  readonly currency: string;
  /** Local date; null is the lowest price of all days. */
  readonly date: string | null;
  /** Percent by which the product's prices rose. */
  readonly raised: number;
}

/** Price of one of a unit. */
export function unitPricing(product: ProductSpec, unit: UnitSpec, at: At): Pricing {
  return priced(product, unit.minor, at);
}

/** Price of a whole booking, where the product is priced so. */
export function bookingPricing(product: ProductSpec, option: OptionSpec, at: At): Pricing {
  return priced(product, option.minor, at);
}

/** The sum of prices in one currency. */
export function sum(prices: readonly Pricing[], currency: string): Pricing {
  const total: Pricing = {
    original: 0,
    retail: 0,
    net: 0,
    currency,
    currencyPrecision: precision(currency),
    includedTaxes: [],
  };
  for (const one of prices) {
    total.original += one.original;
    total.retail += one.retail;
    total.net = plus(total.net, one.net);
    for (const tax of one.includedTaxes) {
      const same = total.includedTaxes.find(({ name }) => name === tax.name);
      if (!same) total.includedTaxes.push({ ...tax });
      else {
        same.retail += tax.retail;
        same.original += tax.original;
        same.net = plus(same.net, tax.net);
      }
    }
  }
  return total;
}

function priced(product: ProductSpec, minor: number, { currency, date, raised }: At): Pricing {
  const dear = date !== null && product.peak?.days.includes(weekday(date)) ? product.peak.percent : 0;
  const original = Math.round(
    convert(minor, product.currency, currency) * (1 + dear / 100) * (1 + raised / 100),
  );
  const retail = Math.round(original * (1 - product.reducedPercent / 100));
  const net = Math.round(retail * NET_SHARE);
  const { name, percent } = product.tax;
  const within = (amount: number) => amount - Math.round(amount / (1 + percent / 100));
  const tax = { name, retail: within(retail), original: within(original), net: within(net) };
  return {
    original,
    retail,
    net,
    currency,
    currencyPrecision: precision(currency),
    includedTaxes: percent > 0 && retail > 0 ? [tax] : [],
  };
}

const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
