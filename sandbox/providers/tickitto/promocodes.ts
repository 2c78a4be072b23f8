import type { Item } from './basket/model';
import { itemPrice } from './basket/prices';
import { convert } from './money';

/** A promocode of the sandbox. */
export interface Promocode {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly percent?: number;
  /** Off the whole basket, minor units of pounds. */
  readonly pence?: number;
  /** Only items of this category count. */
  readonly category?: string;
  readonly state?: 'expired' | 'redeemed';
}

const PROMOCODES: readonly Promocode[] = [
  { code: 'WELCOME10', title: '10% off', description: 'Ten percent off everything.', percent: 10 },
  { code: 'FIVER', title: '£5 off', description: 'Five pounds off the basket.', pence: 500 },
  {
    code: 'STAGE15',
    title: '15% off theatre',
    description: 'Theatre only.',
    percent: 15,
    category: 'Theatre',
  },
  { code: 'SUMMER19', title: 'Summer sale', description: 'Long over.', percent: 20, state: 'expired' },
  { code: 'ONCEONLY', title: 'One time', description: 'Used already.', percent: 50, state: 'redeemed' },
];

/** By what the customer typed, in any case. */
export function findPromocode(code: string): Promocode | undefined {
  return PROMOCODES.find((one) => one.code === code.trim().toUpperCase());
}

/** The items that a code touches. */
export function touched(promocode: Promocode, items: readonly Item[]): Item[] {
  const { category } = promocode;
  return items.filter(({ event }) => category === undefined || event.categories.includes(category));
}

/** What a code takes off, minor units of `currency`; never more than the items it touches. */
export function discountOf(code: string, items: readonly Item[], currency: string): number {
  const promocode = findPromocode(code);
  if (!promocode) return 0;
  const sum = touched(promocode, items).reduce((total, item) => total + itemPrice(item, currency), 0);
  if (promocode.percent !== undefined) return Math.round((sum * promocode.percent) / 100);
  return Math.min(sum, convert(promocode.pence ?? 0, 'GBP', currency));
}
