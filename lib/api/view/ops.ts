import 'server-only';
import { asCollected } from '@/lib/checkout/collector';
import type { Json, JsonObject } from '@/lib/checkout/json';
import { collectorOf, moneyOf, ticketsOf } from '@/lib/checkout/ledgers';
import type { Attempt, JournalEntry } from '@/lib/checkout/model';
import { operatorOptions } from '@/lib/checkout/operator-collector';
import type { Stored } from '@/lib/checkout/store';
import type { Foyer } from '@/lib/foyer';
import type { OpsCheckout, OpsRow } from '../schemas/ops';
import { optionText } from '../text';
import { checkoutView } from '../view';
import { iso } from './items';
import { entryView } from './money';

/** A line of the list of what needs a person. */
export function opsRowView({ checkout }: Stored, now: number): OpsRow {
  const { attention, order } = checkout;
  return {
    id: checkout.id,
    reference: checkout.reference,
    supplier: checkout.supplier,
    tickets: ticketsOf(checkout),
    money: { state: moneyOf(checkout), entries: checkout.money.map(entryView) },
    attention: attention && { code: attention.code, since: iso(attention.since) ?? '' },
    order: order && { act: order.act, by: order.by, reason: order.reason },
    ageMs: Math.max(0, now - (attention?.since ?? checkout.createdAt)),
    createdAt: iso(checkout.createdAt) ?? '',
  };
}

/** A checkout with its history, for an operator: who bought is masked, what opens a payment is left out. */
export function opsCheckoutView(foyer: Foyer, stored: Stored, journal: readonly JournalEntry[]): OpsCheckout {
  const { checkout, version, dueAt } = stored;
  const view = checkoutView(foyer, stored, 'onlooker');
  const { values, draft } = view.details;
  return {
    ...opsRowView(stored, foyer.now()),
    version,
    traceId: checkout.traceId,
    dueAt: iso(dueAt) ?? null,
    checkout: {
      ...view,
      details: {
        ...view.details,
        values: maskValues(values as JsonObject),
        draft: draft && maskValues(draft as JsonObject),
      },
    },
    attempts: checkout.attempts.map((attempt) => attemptRow(foyer, attempt)),
    bookable: bookable(foyer, stored),
    marks: checkout.marks.map(({ at, by, what, reason }) => ({ at: iso(at) ?? '', by, what, reason })),
    journal: journal.map(({ at, kind, name, attemptId, data }) => ({
      at: iso(at) ?? '',
      kind,
      name,
      attempt: attemptId,
      data: data && { ...data },
    })),
  };
}

/** Options that an operator can book with money in hand, while the tickets are held. */
function bookable(foyer: Foyer, stored: Stored): OpsCheckout['bookable'] {
  const { checkout } = stored;
  const [total] = checkout.totals;
  if (ticketsOf(checkout) !== 'held' || checkout.closing !== null || !total) return [];
  const { due: amount, currency, exponent } = total;
  const supplier = foyer.suppliers.get(checkout.supplier);
  const labelOf = (id: string) => {
    const key = supplier?.options.find((option) => option.id === optionOf(id))?.label ?? id;
    return `${optionText(checkout.locale, key)} (${optionOf(id)})`;
  };
  return operatorOptions(stored, supplier)
    .filter(({ available }) => available)
    .map(({ id }) => ({ option: optionOf(id), label: labelOf(id), due: { amount, currency, exponent } }));
}

/** `supplier.option` of `supplier.option:collector`. */
function optionOf(id: string): string {
  return id.split(':')[0] ?? id;
}

function attemptRow({ collectors }: Foyer, attempt: Attempt) {
  const { id, option, status, exposed, declines, startedAt } = attempt;
  const request = collectors.get(collectorOf(option) ?? '')?.named?.(asCollected(attempt)) ?? undefined;
  return { id, option, status, exposed, declines, startedAt: iso(startedAt) ?? '', request };
}

/** Enough to recognise someone on the telephone, too little to write to them: "J…", "j…@example.com". */
export function maskValues(values: JsonObject): JsonObject {
  return mask(values) as JsonObject;
}

function mask(value: Json): Json {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(mask);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mask(inner)]));
  }
  return value === null || typeof value === 'boolean' ? value : '…';
}

function maskText(text: string): string {
  const at = text.lastIndexOf('@');
  return `${text.slice(0, 1)}…${at > 0 ? text.slice(at) : ''}`;
}
