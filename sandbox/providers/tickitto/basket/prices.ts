import { convert, shopPrice } from '../money';
import type { Item, Line } from './model';

/** Tickitto's booking fee by account: a share of each item, between a least and a most (minor units, pounds). */
export const FEE = { share: 0.05, minPence: 50, maxPence: 1500 } as const;

/** Price of one ticket of a line in the basket's currency, minor units. */
export function unitPrice(
  item: Pick<Item, 'event' | 'raised'>,
  line: Pick<Line, 'ticket'>,
  currency: string,
): number {
  const listed = shopPrice(line.ticket.minor, item.event.currency, currency);
  return Math.round(listed * (1 + item.raised / 100));
}

/** All tickets of an item, without the fee. */
export function itemPrice(item: Pick<Item, 'event' | 'raised' | 'lines'>, currency: string): number {
  return item.lines.reduce((sum, line) => sum + unitPrice(item, line, currency) * line.quantity, 0);
}

/** The booking fee for a price; free tickets carry none. */
export function feeFor(minor: number, currency: string): number {
  if (minor === 0) return 0;
  const least = convert(FEE.minPence, 'GBP', currency);
  const most = convert(FEE.maxPence, 'GBP', currency);
  return Math.min(most, Math.max(least, Math.round(minor * FEE.share)));
}
