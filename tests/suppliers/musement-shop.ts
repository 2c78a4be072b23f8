import type { Checkout, HoldRequest, Line } from '@/lib/checkout/model';
import type { Supplier } from '@/lib/checkout/supplier';
import { musement } from '@/lib/suppliers/musement';
import type { TestSandbox } from '../support/sandbox';
import { checkoutOf, clock, context, supplierAt } from '../support/supplier-desk';

export { attemptOf, clock, context, following, inputOf, started } from '../support/supplier-desk';

/** The uuid of one of the sandbox's activities, by its four digits. */
export const activity = (number: string) => `6d757365-${number}-4000-8000-00000000${number}`;

/** The supplier as the shop would make it from `.env.sandbox`, on this sandbox's ports. */
export function shop(sandbox: TestSandbox, overrides: Record<string, string | undefined> = {}): Supplier {
  return supplierAt(musement, sandbox, overrides);
}

/** What a customer types, whatever is asked; what is not asked is dropped by the check, as in the shop. */
export const CUSTOMER = {
  customer: {
    firstName: 'Núria',
    lastName: "O'Connor",
    email: 'n@example.com',
    musement_newsletter: true,
  },
  items: {
    i1: {
      phone_number: '+44 20 8759 9036',
      hotel: 'Albergo del Sole',
      tickets: [
        {
          firstName: 'Aiko',
          lastName: 'Mori',
          date_of_birth: '1990-05-01',
          weight: 61,
          nationality: 'JP',
        },
      ],
    },
  },
};

/** What is chosen of an activity: how many of each kind of ticket, and which of its days. */
export interface Choice {
  /** Four digits, `0101`. */
  readonly event: string;
  readonly tickets?: readonly number[];
  /** Days that have room, counted from the first that is ten days away: by then everything comes back when it is cancelled. */
  readonly day?: number;
}

/** Lines as the shop's form makes them. */
export async function lineOf(supplier: Supplier, choice: Choice): Promise<Line> {
  const { event: number, tickets: wanted = [1], day = 0 } = choice;
  const event = activity(number);
  const detail = await supplier.event(context(), event, 'en-GB');
  if (!detail.ok) throw new Error(`No activity ${number}: ${detail.code}`);
  const soon = new Date(clock.now() + 10 * 86_400_000).toISOString();
  const days = detail.value.performances.map(({ date }) => date).filter((date) => date > soon);
  const date = days[day] ?? '';
  const offers = await supplier.offers?.(context(), event, date);
  const offer = offers?.ok ? offers.value.offers[0] : undefined;
  if (!offer) throw new Error(`Nothing to be had of ${number} on ${date}`);
  const tickets = offer.ticketTypes.flatMap(({ type }, index) =>
    (wanted[index] ?? 0) > 0 ? [{ type, quantity: wanted[index] ?? 0 }] : [],
  );
  return { event, offer: offer.id, date, tickets };
}

export async function requestOf(supplier: Supplier, choices: readonly Choice[]) {
  const lines: Line[] = [];
  for (const choice of choices) lines.push(await lineOf(supplier, choice));
  return { kind: 'lines', lines, delivery: {} } satisfies HoldRequest;
}

/** Chooses, holds and answers the checkout. */
export async function held(
  supplier: Supplier,
  choices: readonly Choice[],
  promoCode?: string,
): Promise<Checkout> {
  const request = { ...(await requestOf(supplier, choices)), promoCode };
  const result = await supplier.hold(context(), request, null);
  if (result.kind !== 'held') throw new Error(`Not held: ${JSON.stringify(result)}`);
  return checkoutOf('musement', result, request, CUSTOMER);
}
