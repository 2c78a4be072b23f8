import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Line } from '@/lib/checkout/model';
import { type Choice, choiceFault } from '@/lib/checkout/selection';
import type { Offer } from '@/lib/checkout/supplier';
import { MAX_LINES, putLine } from '../basket-lines';
import { offersOn } from '../catalogue';
import { browsing } from '../http/context';
import { problem } from '../problems/problem';
import { id as idSchema } from '../schemas/lines';
import { sentence } from '../text';
import { form } from './form';

/** Names of the numbers of tickets: `quantity.{ticket type}`. */
const QUANTITY = 'quantity.';

type Pairs = readonly (readonly [string, string])[];

/**
 * POST /basket/add: puts tickets of one offer into the basket. What does not fit the offer goes back to its page with
 * the reason and what was chosen, so that it works the same without JavaScript.
 */
export const basketAddForm = form(
  { path: '/basket/add', access: 'session', home: () => '/basket' },
  async ({ foyer, fields, pairs, caller, locale }) => {
    const supplier = foyer.suppliers.get(fields.get('supplier') ?? '');
    const event = idSchema.safeParse(fields.get('event'));
    if (!supplier?.offers || !event.success || caller.kind === 'nobody') return problem('not_found');
    const date = fields.get('date') || null;
    const back = (said: Readonly<Record<string, string>>) =>
      placeOf(supplier.id, event.data, { ...(date && { date }), ...said }, pairs);
    const answer = await offersOn(supplier, browsing({ requestId: randomUUID(), locale }), event.data, date);
    if (answer === 'no_such_date') return back({ said: 'date' });
    if (!answer.ok) return back({ said: answer.code === 'unavailable' ? 'down' : 'gone' });
    const offer = answer.value.offers.find(({ id }) => id === fields.get('offer'));
    if (!offer) return back({ said: 'gone' });
    const choice = choiceOf(offer, pairs);
    const fault = choiceFault(offer, choice);
    if (fault) return back({ said: fault.rule, offer: offer.id });
    const tickets = offer.ticketTypes.flatMap(({ type }) => {
      const quantity = choice.quantities[type] ?? 0;
      return quantity > 0 ? [{ type, quantity }] : [];
    });
    const seats =
      choice.seats.length > 0 ? { seats: choice.seats, shown: shownOf(offer, choice, locale) } : {};
    const line = { event: event.data, offer: offer.id, ...(date && { date }), tickets, ...seats };
    const kept = await putLine(foyer, { session: caller.id, supplier: supplier.id, line });
    if (kept === 'full') return `/basket?said=full&most=${MAX_LINES}`;
    return kept === 'kept' ? '/basket' : problem('busy');
  },
);

/** Numbers and seats as they were sent. What is no number counts as one too many, so that nothing is guessed. */
function choiceOf(offer: Offer, pairs: Pairs): Choice {
  const sent = new Map(pairs);
  const quantities = offer.ticketTypes.map(({ type }) => {
    const text = (sent.get(`${QUANTITY}${type}`) ?? '').trim();
    return [
      type,
      /^\d{1,3}$/.test(text) ? Number(text) : text === '' ? 0 : Number.POSITIVE_INFINITY,
    ] as const;
  });
  const seats = pairs.flatMap(([name, value]) => (name === 'seat' ? [value] : []));
  return { quantities: Object.fromEntries(quantities), seats: [...new Set(seats)] };
}

/** Seats by name, with what must be known of them: a quote need not repeat it. */
function shownOf({ seats = [] }: Offer, choice: Choice, locale: string): Line['shown'] {
  const chosen = seats.filter(({ id }) => choice.seats.includes(id));
  const restrictedView = sentence(locale, 'shop', 'choose.restricted');
  return {
    seats: chosen.map(({ label }) => label),
    notices: chosen.flatMap(({ label, restricted, notice }) => {
      const said = [restricted && restrictedView, notice].filter(Boolean);
      return said.length > 0 ? [`${label}: ${said.join(': ')}`] : [];
    }),
  };
}

/** The event's page with what was chosen. Bounded: an address is not a place for a whole theatre. */
function placeOf(
  supplier: string,
  event: string,
  said: Readonly<Record<string, string>>,
  pairs: Pairs,
): string {
  const chosen = pairs.filter(
    ([name, value]) => (name.startsWith(QUANTITY) || name === 'seat') && value.length < 80,
  );
  const query = new URLSearchParams([
    ...Object.entries(said),
    ...chosen.slice(0, 40).map(([n, v]) => [n, v]),
  ]);
  return `/events/${encodeURIComponent(supplier)}/${encodeURIComponent(event)}?${query}#tickets`;
}
