import type { ProviderId } from './provider';

/** A reservation as its supplier sees it. `group` is the basket or order it belongs to. */
export interface HoldRow {
  provider: ProviderId;
  id: string;
  group: string;
  title: string;
  status: 'held' | 'released' | 'expired' | 'booked';
  expiresAt: string;
}

/** A ticket that was asked for with money behind it, and how that ended. Amounts are minor units. */
export interface BookingRow {
  provider: ProviderId;
  id: string;
  group: string;
  title: string;
  status: 'booking' | 'booked' | 'failed' | 'cancelled';
  amount: number;
  currency: string;
  reference?: string;
  /** Of a cancelled one: what of the price its terms keep, where its supplier has the money. */
  kept?: number;
}

/** Money as the payment provider sees it. `group` ties it to the basket or order it pays. Minor units. */
export interface ChargeRow {
  provider: ProviderId;
  id: string;
  group: string;
  status: 'open' | 'authorised' | 'captured' | 'cancelled' | 'failed';
  amount: number;
  captured: number;
  refunded: number;
  currency: string;
  /** Declines met on the way, newest last. */
  declines: string[];
  /** A deposit: it was paid elsewhere, before anybody came to the shop. */
  deposit?: true;
}

/** One HTTP call that reached a provider. Bodies are not kept: they hold people's data. */
export interface CallRow {
  provider: ProviderId;
  at: string;
  method: string;
  path: string;
  status: number;
  ms: number;
  /** The injected fault that it met, if any. */
  fault?: string;
  idempotencyKey?: string;
}

/** What every provider believes happened. Tests hold the shop's pages and store against this, never against mocks. */
export class Ledger {
  private holds = new Map<string, HoldRow>();
  private bookings = new Map<string, BookingRow>();
  private charges = new Map<string, ChargeRow>();
  private calls: CallRow[] = [];

  /** Inserts or replaces by provider and id. */
  hold(row: HoldRow): void {
    this.holds.set(`${row.provider}/${row.id}`, { ...row });
  }

  booking(row: BookingRow): void {
    this.bookings.set(`${row.provider}/${row.id}`, { ...row });
  }

  charge(row: ChargeRow): void {
    this.charges.set(`${row.provider}/${row.id}`, { ...row, declines: [...row.declines] });
  }

  call(row: CallRow): void {
    this.calls.push(row);
  }

  /** A copy of everything, as `GET /ledger` answers it. */
  read(): { holds: HoldRow[]; bookings: BookingRow[]; charges: ChargeRow[]; calls: CallRow[] } {
    return structuredClone({
      holds: [...this.holds.values()],
      bookings: [...this.bookings.values()],
      charges: [...this.charges.values()],
      calls: this.calls,
    });
  }

  reset(): void {
    this.holds.clear();
    this.bookings.clear();
    this.charges.clear();
    this.calls = [];
  }
}
