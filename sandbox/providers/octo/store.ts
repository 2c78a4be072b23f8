import { Locks } from '../../core/locks';
import type { Booking } from './booking/model';
import type { GatewayId } from './catalogue/types';
import type { Connection } from './connections';
import type { VivaManner } from './gateways/viva';
import type { Order } from './order/model';
import { Stock } from './stock';

/** What a ticket's random id stands for: one ticket of a booking, or all of them. */
export interface TicketKey {
  readonly booking: Booking;
  /** Position of the ticket, or null for the voucher. */
  readonly index: number | null;
}

/** Everything that the provider remembers until it is reset. */
export class Store {
  /** By connection and uuid. */
  private bookings = new Map<string, Booking>();
  readonly orders = new Map<string, Order>();
  readonly tickets = new Map<string, TicketKey>();
  readonly stock = new Stock();
  readonly viva: VivaManner = { codes: 'number' };
  /** Percent by which a product's price rose. */
  readonly raised = new Map<string, number>();
  /** Products and bookings whose confirmation an action ordered to be refused. */
  readonly doomed = new Set<string>();
  /** Products that an action gave another gateway. */
  readonly gateways = new Map<string, GatewayId>();
  /** True while every gateway's word is kept back. */
  holdingWords = false;
  private readonly locks = new Locks();

  add(booking: Booking): void {
    this.bookings.set(`${booking.order.connection.id}/${booking.uuid}`, booking);
  }

  /** A booking of one connection; others' are unknown to it. */
  booking(connection: Connection, uuid: string): Booking | undefined {
    return this.bookings.get(`${connection.id}/${uuid}`);
  }

  /** Whoever's it is; for the control port. */
  anyBooking(uuid: string): Booking | undefined {
    return [...this.bookings.values()].find((one) => one.uuid === uuid);
  }

  bookingsOf(connection: Connection): Booking[] {
    return [...this.bookings.values()].filter(({ order }) => order.connection === connection);
  }

  /** One at a time for an order (or a uuid that is about to be one). Must not be nested for the same key. */
  exclusive<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.locks.exclusive(key, work);
  }

  reset(): void {
    this.bookings.clear();
    this.orders.clear();
    this.tickets.clear();
    this.stock.reset();
    this.viva.codes = 'number';
    this.raised.clear();
    this.doomed.clear();
    this.gateways.clear();
    this.holdingWords = false;
    this.locks.clear();
  }
}
