import type { Discount, EventSpec, PriceBand, SendMethod, TicketType } from '../catalogue/types';
import type { Performance } from '../performances';

/** An order as somebody wishes for it: all that a trolley's token says. */
export interface Wish {
  /** Stable within its trolley, and never used again. */
  readonly item: number;
  readonly perf: string;
  readonly type: string;
  readonly band: string;
  readonly count: number;
  /** One a ticket, or none at all. */
  readonly discounts: readonly string[];
  readonly seats: readonly string[];
  readonly send: string | null;
}

/** A wish list. Nothing of it is held. */
export interface Trolley {
  /** The item number that comes next. */
  readonly next: number;
  readonly wishes: readonly Wish[];
}

/** Tickets of one order at one price, minor units each. */
export interface Line {
  readonly discount: Discount;
  /** Which of the order's tickets they are, from 0. */
  readonly places: readonly number[];
  readonly seat: number;
  readonly fee: number;
}

/** A wish with what it stands for, and its price at the moment. */
export interface Order {
  readonly item: number;
  readonly event: EventSpec;
  readonly performance: Performance;
  readonly type: TicketType;
  readonly band: PriceBand;
  readonly count: number;
  /** The seats that were asked for. */
  readonly requested: readonly string[];
  readonly lines: readonly Line[];
  readonly send: SendMethod;
}

/** Face value of all tickets of an order, minor units. */
export function seatTotal({ lines }: Pick<Order, 'lines'>): number {
  return lines.reduce((sum, { seat, places }) => sum + seat * places.length, 0);
}

/** Booking fees of all tickets of an order, minor units. */
export function feeTotal({ lines }: Pick<Order, 'lines'>): number {
  return lines.reduce((sum, { fee, places }) => sum + fee * places.length, 0);
}

/** All of an order, its sending included, minor units. */
export function orderTotal(order: Order): number {
  return seatTotal(order) + feeTotal(order) + order.send.cost;
}
