import { Fault } from '@/lib/checkout/errors';
import { moneyOf, ticketsOf } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import type { Stored } from '@/lib/checkout/store';
import type { CheckoutRow } from './schema';

/** Shape of the bodies that this version writes. Raise it with every change that old rows do not fit. */
const BODY_VERSION = 1;

/** How to bring a body of version n to version n + 1, by n. Bodies are brought up when read and kept when next written. */
const UPGRADES: Readonly<Record<number, (body: unknown) => unknown>> = {};

type Body = Pick<CheckoutRow, 'body' | 'body_version'>;

/** The columns that follow from a checkout. */
export function columnsOf(checkout: Checkout) {
  return {
    body: JSON.stringify(checkout),
    body_version: BODY_VERSION,
    supplier: checkout.supplier,
    reference: checkout.reference,
    tickets: ticketsOf(checkout),
    money: moneyOf(checkout),
    attention_code: checkout.attention?.code ?? null,
    attention_since: checkout.attention?.since ?? null,
  };
}

/** Columns of a checkout as it is handed out. */
export const STORED = ['body', 'body_version', 'version', 'due_at'] as const;

/** A row as the heart sees it. */
export function storedOf(row: Pick<CheckoutRow, (typeof STORED)[number]>): Stored {
  return { checkout: checkoutOf(row), version: row.version, dueAt: row.due_at };
}

/** The body of a row. It is our own writing, so its shape is taken from its version and not checked again. */
export function checkoutOf({ body, body_version: from }: Body): Checkout {
  // A newer version wrote it. Writing it back would cut off what we do not know, perhaps about money.
  if (from > BODY_VERSION) throw new Fault('body_too_new', `Body version ${from} is newer than this code`);
  let value: unknown = JSON.parse(body);
  for (let version = from; version < BODY_VERSION; version += 1) {
    const upgrade = UPGRADES[version];
    if (!upgrade) throw new Fault('body_too_old', `Nothing upgrades body version ${version}`);
    value = upgrade(value);
  }
  return value as Checkout;
}
