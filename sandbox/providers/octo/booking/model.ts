import type { OptionSpec, ProductSpec, UnitSpec } from '../catalogue/types';
import type { Order } from '../order/model';
import type { Pricing } from '../pricing';
import type { Slot } from '../slots';

/** A person as callers tell of one; what was never told is null. */
export interface Contact {
  fullName: string | null;
  firstName: string | null;
  lastName: string | null;
  emailAddress: string | null;
  phoneNumber: string | null;
  locales: string[];
  postalCode: string | null;
  country: string | null;
  notes: string | null;
  allowMarketing: boolean | null;
}

/** Nobody yet. */
export function nobody(): Contact {
  return {
    fullName: null,
    firstName: null,
    lastName: null,
    emailAddress: null,
    phoneNumber: null,
    locales: [],
    postalCode: null,
    country: null,
    notes: null,
    allowMarketing: null,
  };
}

/** One ticket. */
export interface UnitItem {
  readonly uuid: string;
  readonly unit: UnitSpec;
  readonly supplierReference: string;
  resellerReference: string | null;
  contact: Contact;
  /** Null where the booking is priced as a whole. */
  pricing: Pricing | null;
  /** What its link and code are known by; null until it is delivered. */
  ticket: string | null;
}

export type BookingStatus =
  | 'ON_HOLD'
  | 'CONFIRMED'
  | 'PENDING'
  | 'REJECTED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'REDEEMED';

/** Tickets of one option for one slot. */
export interface Booking {
  readonly id: string;
  readonly uuid: string;
  /** What was asked for, so that the same asked again is the same booking. */
  readonly fingerprint: string;
  readonly order: Order;
  readonly supplierReference: string;
  resellerReference: string | null;
  product: ProductSpec;
  option: OptionSpec;
  /** Null for an open date. */
  slot: Slot | null;
  unitItems: UnitItem[];
  contact: Contact;
  notes: string | null;
  emailReceipt: boolean;
  metadata: Record<string, unknown> | null;
  status: BookingStatus;
  /** True while it takes room out of the stock. */
  holding: boolean;
  readonly createdMs: number;
  updatedMs: number;
  confirmedMs: number | null;
  redeemedMs: number | null;
  cancellation: { refund: 'FULL' | 'PARTIAL' | 'NONE'; reason: string | null; atMs: number } | null;
  pricing: Pricing;
  /** What the voucher's link and code are known by; null until it is delivered. */
  voucher: string | null;
}
