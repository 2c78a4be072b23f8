import 'server-only';
import type { Line } from '@/lib/checkout/model';
import type { OpenBasket } from '@/lib/checkout/shop-store';
import type { Answer, CallContext, Quote, Supplier } from '@/lib/checkout/supplier';
import { lineKey, linesBasket } from '../basket-lines';
import { handleOf } from '../baskets';
import { eventOf } from '../catalogue';
import type { BasketLine, BasketView, ChosenLine } from '../page-types';
import { plain, refusalText } from '../text';
import { quoteView } from '../view/catalogue';
import { iso } from '../view/items';
import { shopSupplier } from './events';
import { type Visitor, visitor } from './visitor';

/** Baskets of this browser that are no checkout yet, newest first, each as its supplier prices it now. */
export async function basketsForPage(): Promise<readonly BasketView[]> {
  const who = await visitor();
  if (who.caller.kind !== 'browser') return [];
  const open = await who.foyer.store.openBaskets(who.caller.id);
  const views = await Promise.all(open.map((basket) => basketView(who, basket)));
  return views.filter((view) => view !== null);
}

/** What this browser has chosen of an event already, by offer. Asks no supplier. */
export async function chosenForPage(supplier: string, event: string): Promise<readonly ChosenLine[]> {
  const { foyer, caller } = await visitor();
  if (caller.kind !== 'browser') return [];
  const basket = await linesBasket(foyer, caller.id, supplier);
  return (basket?.request.lines ?? [])
    .filter((line) => line.event === event)
    .map(({ offer, tickets, seats = [] }) => ({
      offer,
      quantities: Object.fromEntries(tickets.map(({ type, quantity }) => [type, quantity])),
      seats,
    }));
}

/**
 * How many lines wait in baskets. What a supplier's picker keeps is known to that supplier only, and not counted. A number
 * in the header that cannot be had is no reason to show nobody the programme.
 */
export async function lineCount(): Promise<number> {
  const { foyer, caller } = await visitor();
  if (caller.kind !== 'browser') return 0;
  const open = await foyer.store.openBaskets(caller.id).catch(() => []);
  return open.reduce((sum, { request }) => sum + (request.kind === 'lines' ? request.lines.length : 0), 0);
}

/** Null for the basket of a supplier that was switched off, and for one that its supplier has forgotten or that is empty. */
async function basketView({ foyer, ctx, locale }: Visitor, basket: OpenBasket): Promise<BasketView | null> {
  const supplier = foyer.suppliers.get(basket.supplier);
  const { request } = basket;
  if (!supplier || (request.kind === 'lines' && request.lines.length === 0)) return null;
  const [answer, lines] = await Promise.all([
    supplier.quote(ctx, request).catch(() => null),
    request.kind === 'lines' ? Promise.all(request.lines.map((line) => basketLine(supplier, ctx, line))) : [],
  ]);
  if (request.kind === 'basket' && isOver(answer)) return null;
  return {
    handle: await handleOf(foyer, basket),
    supplier: shopSupplier(supplier),
    createdAt: iso(basket.createdAt) ?? '',
    quote: answer?.ok ? quoteView(placed(answer.value, lines.length), locale) : null,
    refusals: refusalsOf(answer, locale),
    promo:
      supplier.promoCodes && request.kind === 'lines'
        ? { code: request.promoCode ? plain(request.promoCode, 40) : null }
        : null,
    lines,
  };
}

/** A picker's basket that its supplier has forgotten, or in which there is nothing. */
function isOver(answer: Answer<Quote> | null): boolean {
  if (!answer?.ok) return answer?.code === 'not_found';
  return answer.value.items.length + answer.value.discarded.length === 0;
}

/** Where a supplier says of no item which line it is, and there is one for each, their order tells. */
function placed(quote: Quote, lines: number): Quote {
  const silent = quote.items.every(({ line }) => line === undefined);
  if (!silent || quote.items.length !== lines || quote.discarded.length > 0) return quote;
  return { ...quote, items: quote.items.map((item, line) => ({ ...item, line })) };
}

function refusalsOf(answer: Answer<Quote> | null, locale: string): BasketView['refusals'] {
  if (!answer || answer.ok || answer.code === 'unavailable' || answer.code === 'misconfigured') return [];
  const refusals = answer.refusals?.length ? answer.refusals : [{ code: 'event_gone' as const }];
  return refusals.map((refusal) => ({
    code: refusal.code,
    item: refusal.item,
    text: refusalText(locale, refusal),
  }));
}

async function basketLine(supplier: Supplier, ctx: CallContext, line: Line): Promise<BasketLine> {
  const event = await eventOf(supplier, ctx, line.event).catch(() => null);
  const place = `/events/${encodeURIComponent(supplier.id)}/${encodeURIComponent(line.event)}`;
  return {
    key: lineKey(line),
    title: event?.ok ? plain(event.value.title, 300) : null,
    image: event?.ok ? event.value.image : undefined,
    seats: (line.shown?.seats ?? []).map((seat) => plain(seat, 100)),
    notices: (line.shown?.notices ?? []).map((notice) => plain(notice, 600)),
    quantity: line.tickets.reduce((sum, { quantity }) => sum + quantity, 0),
    href: `${place}${line.date ? `?date=${encodeURIComponent(line.date)}` : ''}#tickets`,
  };
}
