import type { Checkout, HoldRequest, Line } from '@/lib/checkout/model';
import type { Supplier } from '@/lib/checkout/supplier';
import { octo } from '@/lib/suppliers/octo';
import type { TestSandbox } from '../support/sandbox';
import { checkoutOf, clock, context, supplierAt } from '../support/supplier-desk';

/** The supplier as the shop would make it from `.env.sandbox`, on this sandbox's ports. */
export const shop = (sandbox: TestSandbox, overrides?: Record<string, string | undefined>): Supplier =>
  supplierAt(octo, sandbox, overrides);

/** What a customer types, whatever is asked. */
export const CUSTOMER = {
  customer: {
    firstName: 'Núria',
    lastName: "O'Connor",
    email: 'n@example.com',
    phone: '+44 (0)20 8759-9036',
    country: 'GB',
  },
  items: { i1: { tickets: [{ firstName: 'Aiko', lastName: 'Mori' }] } },
};

/** What is chosen of a product: how many of each unit by the end of its id (`adult`), and which of its days. */
export interface Choice {
  readonly product: string;
  readonly units?: Readonly<Record<string, number>>;
  /** Days that have room, counted from the first that is a week away. */
  readonly day?: number;
  /** The option's title; else the first that has room. */
  readonly option?: string;
}

/** Lines as the shop's form makes them. */
export async function lineOf(supplier: Supplier, { product, units, day = 0, option }: Choice): Promise<Line> {
  const detail = await supplier.event(context(), product, 'en-GB');
  if (!detail.ok) throw new Error(`No product ${product}: ${detail.code}`);
  const soon = new Date(clock.now() + 7 * 86_400_000).toISOString();
  const days = detail.value.performances.map(({ date }) => date).filter((date) => date > soon);
  const dates = detail.value.performances.length === 0 ? [null] : days.slice(day, day + 20);
  for (const date of dates) {
    const offers = await supplier.offers?.(context(), product, date);
    if (!offers?.ok) throw new Error(`No offers of ${product}: ${JSON.stringify(offers)}`);
    const wanted = Object.values(units ?? {}).reduce((sum, count) => sum + count, 0);
    const offer = offers.value.offers.find(
      ({ title, quantities }) =>
        (!option || title === option) && (wanted === 0 || (quantities ?? []).includes(wanted)),
    );
    const [first] = offer?.ticketTypes ?? [];
    if (!offer || !first) continue;
    const rows = Object.entries(units ?? { [first.type]: offer.quantities?.[0] ?? 1 });
    const tickets = rows.map(([type, quantity]) => ({
      type: offer.ticketTypes.find((one) => one.type.endsWith(type))?.type ?? type,
      quantity,
    }));
    return { event: product, offer: offer.id, tickets };
  }
  throw new Error(`Nothing to be had of ${product}`);
}

export async function requestOf(supplier: Supplier, choices: readonly Choice[]) {
  const lines: Line[] = [];
  for (const choice of choices) lines.push(await lineOf(supplier, choice));
  return { kind: 'lines', lines, delivery: {} } satisfies HoldRequest;
}

let holds = 0;

/** Chooses, holds and answers the checkout. */
export async function held(supplier: Supplier, choices: readonly Choice[]): Promise<Checkout> {
  holds += 1;
  const request = await requestOf(supplier, choices);
  const result = await supplier.hold(context(`${process.pid}-${clock.now()}-${holds}`), request, null);
  if (result.kind !== 'held') throw new Error(`Not held: ${JSON.stringify(result)}`);
  return checkoutOf('octo', result, request, CUSTOMER);
}
