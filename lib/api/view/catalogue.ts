import type {
  EventDetail,
  EventPage,
  EventSummary,
  Offers,
  Quote,
  Seat,
  Supplier,
  TicketType,
} from '@/lib/checkout/supplier';
import type { EventPageView, EventSummaryView, EventView, OffersView, QuoteView } from '../schemas/catalogue';
import type { SupplierView } from '../schemas/suppliers';
import { optionText, plain, refusalText } from '../text';
import { iso, pricedView } from './items';
import { amountView, totalsView } from './money';

/** What a supplier can do follows from the verbs it has. */
export function supplierView(supplier: Supplier, locale: string): SupplierView {
  const { id, name, options } = supplier;
  return {
    id,
    name,
    capabilities: {
      picker: supplier.picker !== undefined,
      offers: supplier.offers !== undefined,
      extend: supplier.extend !== undefined,
      release: supplier.release !== undefined,
      cancel: supplier.cancel !== undefined,
      holds: supplier.holds !== false,
      promoCodes: supplier.promoCodes === true,
    },
    options: options
      .filter(({ server }) => !server)
      .map((option) => ({
        id: option.id,
        label: optionText(locale, option.label),
        collects: option.collects,
        method: option.method,
      })),
  };
}

export function summaryView(event: EventSummary): EventSummaryView {
  const { id, image, from, dates } = event;
  const text = (value: string | undefined) => (value === undefined ? undefined : plain(value, 300));
  return {
    id,
    title: plain(event.title, 300),
    summary: plain(event.summary),
    image,
    category: text(event.category),
    city: text(event.city),
    venue: text(event.venue),
    from: from && amountView(from),
    dates: dates && { from: iso(dates.from) ?? '', to: iso(dates.to) ?? '' },
  };
}

export function pageView({ events, page, pages, total }: EventPage): EventPageView {
  return { events: events.map(summaryView), page, pages, total };
}

export function eventView(event: EventDetail, supplier: Supplier): EventView {
  return {
    ...summaryView(event),
    description: plain(event.description, 20_000),
    hero: event.hero,
    facts: event.facts.map(({ label, text }) => ({ label: plain(label, 200), text: plain(text) })),
    highlights: event.highlights.map((one) => plain(one, 500)),
    performances: event.performances.map(({ date, startsAt, timeZone }) => ({
      date,
      startsAt: iso(startsAt),
      timeZone,
    })),
    notices: event.notices.map((one) => plain(one)),
    picker: supplier.picker !== undefined && supplier.offers === undefined,
  };
}

export function offersView({ offers }: Offers): OffersView {
  return {
    offers: offers.map((offer) => ({
      id: offer.id,
      title: plain(offer.title, 300),
      startsAt: iso(offer.startsAt),
      timeZone: offer.timeZone,
      price: offer.price && amountView(offer.price),
      ticketTypes: offer.ticketTypes.map(ticketTypeView),
      quantities: offer.quantities && [...offer.quantities],
      seats: offer.seats?.map(seatView),
      unseated: offer.unseated,
      adjacent: offer.adjacent,
      noSingles: offer.noSingles,
      notices: offer.notices.map((one) => plain(one)),
    })),
  };
}

function ticketTypeView(ticketType: TicketType) {
  const { type, label, price, fee, before, min, max, needed, company, notice } = ticketType;
  return {
    type,
    label: plain(label, 200),
    price: amountView(price),
    fee: fee && amountView(fee),
    before: before && amountView(before),
    min,
    max,
    needed,
    company: company && [...company],
    notice: notice === undefined ? undefined : plain(notice, 500),
  };
}

function seatView({ id, label, row, block, available, restricted, notice }: Seat) {
  return {
    id,
    label: plain(label, 100),
    row: plain(row, 100),
    block,
    available,
    restricted,
    notice: notice === undefined ? undefined : plain(notice, 500),
  };
}

export function quoteView(quote: Quote, locale: string): QuoteView {
  const { promo } = quote;
  return {
    items: quote.items.map((item) => ({ ...pricedView(item), line: item.line })),
    totals: quote.totals.map(totalsView),
    discarded: quote.discarded.map((refusal) => ({
      code: refusal.code,
      item: refusal.item,
      line: refusal.line,
      text: refusalText(locale, refusal),
    })),
    delivery: quote.delivery.map(({ group, label, chosen, choices }) => ({
      group,
      label: label === undefined ? undefined : plain(label, 300),
      chosen,
      choices: choices.map(({ code, label, price, kind, countries }) => ({
        code,
        label: plain(label, 200),
        price: amountView(price),
        kind,
        countries: countries?.map((country) => plain(country, 100)),
      })),
    })),
    expiresAt: iso(quote.expiresAt) ?? null,
    promo: promo && { code: plain(promo.code, 40), accepted: promo.accepted, off: amountView(promo.off) },
  };
}
