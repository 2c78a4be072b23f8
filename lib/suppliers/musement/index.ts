import type { LostAnswers, Supplier } from '@/lib/checkout/supplier';
import { createCache } from '@/lib/platform/cache';
import { defineModule, type ModuleDeps } from '@/lib/platform/modules';
import { advance } from './advance';
import { book } from './book';
import { event, events, offers } from './browse';
import { cancel } from './cancel';
import { check } from './check';
import { headersOf, sender } from './client';
import { config, type MusementConfig } from './config';
import type { Desk } from './desk';
import { hold } from './hold';
import { createLogin } from './login';
import { heard } from './notice';
import { OPTIONS, offered } from './options';
import { quote } from './quote';
import { release } from './release';
import { ready, start } from './start';
import { voucherFile } from './voucher';

/**
 * Musement (TUI Musement): activities, carts that hold nothing, orders that are paid to Musement through Stripe or Adyen (split
 * payment), or booked for a partner who collects (no-payment).
 *
 * Wire: the platform's documentation of carts, orders and payments. Set-up, callback URLs, test cards, quirks, and what is
 * inferred: `docs/suppliers/musement.md`.
 */
export const musement = defineModule<MusementConfig, Supplier>({ id: 'musement', config, create });

const LOST: LostAnswers = {
  // A cart holds nothing: one whose answer was lost is left behind, and forgotten over there by itself.
  hold: 'repeat',
  // Tells who comes, and has the page take a card; nothing is ordered and nothing is paid.
  start: 'repeat',
  // Orders and pays. The order says whether it is paid, and nothing is asked again before it has.
  advance: 'check',
  // The order is found by its cart, and one that is booked is not booked again.
  book: 'repeat',
  // Reads first, then empties a cart.
  release: 'repeat',
  // Gives up a paid ticket: sent once, then looked for.
  cancel: 'check',
};

/**
 * How long a cart stands for all who ask the same of it. It is read anew for each of them, so prices are those of the moment; what
 * could not be put into it is looked for again after this time.
 */
const QUOTES = { ttlMs: 15 * 60_000, max: 200 };

function create(settings: MusementConfig, deps: ModuleDeps): Supplier {
  const { url: baseUrl } = settings;
  const http = deps.http({ system: 'musement', baseUrl, headers: headersOf(settings) });
  const desk: Desk = {
    send: sender(http, createLogin(http, settings, deps.now)),
    config: settings,
    now: deps.now,
    documents: (origin) => deps.http({ system: 'musement-documents', baseUrl: origin }),
    quotes: createCache({ ...QUOTES, now: deps.now }),
  };
  return {
    id: 'musement',
    name: settings.name,
    options: OPTIONS,
    lost: LOST,
    holds: false,
    promoCodes: true,
    origins: { images: settings.imageOrigins, frames: [] },

    // browse
    events: (ctx, query) => events(desk, ctx, query),
    event: (ctx, id, locale) => event(desk, ctx, id, locale),
    offers: (ctx, id, date) => offers(desk, ctx, id, date),

    // hold
    quote: (ctx, request) => quote(desk, ctx, request),
    hold: (ctx, request, previous) => hold(desk, ctx, request, previous),
    release: (ctx, checkout) => release(desk, ctx, checkout),

    // pay
    offered: (checkout) => offered(desk, checkout),
    start: (ctx, checkout, attempt) => start(desk, ctx, checkout, attempt),
    advance: (ctx, checkout, attempt, input) => advance(desk, ctx, checkout, attempt, input),
    ready: (ctx, checkout) => ready(desk, ctx, checkout),
    book: (ctx, checkout, attempt) => book(desk, ctx, checkout, attempt),
    check: (ctx, checkout, attempt) => check(desk, ctx, checkout, attempt),

    // after
    notices: (ctx, notice) => heard(desk, ctx, notice),
    cancel: (ctx, checkout, itemIds) => cancel(desk, ctx, checkout, itemIds),
    document: (ctx, voucher) => voucherFile(desk, ctx, voucher),
  };
}
