import type { EventDetail, EventPage, EventSummary, Offers, Quote, Supplier } from '@/lib/checkout/supplier';
import type { EventPageView, EventSummaryView, EventView, OffersView, QuoteView } from '../schemas/catalogue';
import type { SupplierView } from '../schemas/suppliers';
import { failureText, plain } from '../text';
import { iso, pricedView } from './items';
import { amountView, totalsView } from './money';

/** What a supplier can do follows from the verbs it has. */
export function supplierView(supplier: Supplier): SupplierView {
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
    },
    options: options.map((option) => ({
      id: option.id,
      label: option.label,
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
    offers: offers.map(({ id, title, ticketTypes, seats, notices }) => ({
      id,
      title: plain(title, 300),
      ticketTypes: ticketTypes.map(({ type, label, price, min, max }) => ({
        type,
        label: plain(label, 200),
        price: amountView(price),
        min,
        max,
      })),
      seats: seats?.map(({ id, label, available, notice }) => ({
        id,
        label: plain(label, 100),
        available,
        notice: notice === undefined ? undefined : plain(notice, 500),
      })),
      notices: notices.map((one) => plain(one)),
    })),
  };
}

export function quoteView(quote: Quote, locale: string): QuoteView {
  return {
    items: quote.items.map(pricedView),
    totals: quote.totals.map(totalsView),
    discarded: quote.discarded.map(({ code, item, text }) => ({
      code,
      item,
      text: failureText(locale, code, text),
    })),
    delivery: quote.delivery.map(({ group, choices }) => ({
      group: plain(group, 200),
      choices: choices.map(({ code, label, price }) => ({
        code,
        label: plain(label, 200),
        price: amountView(price),
      })),
    })),
    expiresAt: iso(quote.expiresAt) ?? null,
  };
}
