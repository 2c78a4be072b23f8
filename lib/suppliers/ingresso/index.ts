import type { LostAnswers, OptionSpec, Supplier } from '@/lib/checkout/supplier';
import type { HttpClient } from '@/lib/platform/http/types';
import { defineModule, type ModuleDeps } from '@/lib/platform/modules';
import { advance } from './advance';
import { event, events } from './browse';
import { cancel } from './cancel';
import { check } from './check';
import { sender } from './client';
import { type AccountId, config, type IngressoConfig } from './config';
import type { Desk } from './desk';
import { hold } from './hold';
import { offered } from './offered';
import { offers } from './offers';
import { book, OPTIONS, start } from './pay';
import { quote } from './quote';
import { release } from './release';

/**
 * Ingresso F13: many ticketing systems behind one API. A hold may have several bundles, one for each of them, bought
 * together and paid for each by itself: on credit (the partner takes the money), by a Stripe token a bundle, or on
 * payment pages that the customer is sent to.
 *
 * Wire: Ingresso's documentation of F13. Set-up, test data, quirks, and what is assumed: `docs/suppliers/ingresso.md`.
 */
export const ingresso = defineModule<IngressoConfig, Supplier>({ id: 'ingresso', config, create });

const OPTION_LIST: readonly OptionSpec[] = [
  { id: OPTIONS.stripe, label: 'card', collects: 'supplier', method: 'stripe-token' },
  { id: OPTIONS.redirect, label: 'payment-page', collects: 'supplier', method: 'redirect' },
  { id: OPTIONS.credit, label: 'credit', collects: 'partner' },
];

const LOST: LostAnswers = {
  // A second reserve would hold other seats beside the first; an orphan lets go of itself in a quarter of an hour.
  hold: 'give_up',
  // A purchase is never sent twice: the archive has its answer, and the status says how it ended.
  start: 'check',
  book: 'check',
  // A callback is repeated with the same two tokens or not at all, and those are in the notes of the lost call only.
  advance: 'check',
  // The same answer however often it is asked.
  release: 'repeat',
  // Names an item only the first time.
  cancel: 'check',
};

function create(settings: IngressoConfig, deps: ModuleDeps): Supplier {
  const desk: Desk = { config: settings, send: sender(clients(settings, deps), deps.now), now: deps.now };
  return {
    id: 'ingresso',
    name: 'Ingresso',
    options: OPTION_LIST,
    lost: LOST,
    origins: { images: settings.imageOrigins, frames: [] },

    // browse
    events: (ctx, query) => events(desk, ctx, query),
    event: (ctx, id) => event(desk, ctx, id),
    offers: (ctx, id, date) => offers(desk, ctx, id, date),

    // hold
    quote: (ctx, request) => quote(desk, ctx, request),
    hold: (ctx, request, previous) => hold(desk, ctx, request, previous),
    release: (ctx, checkout) => release(desk, ctx, checkout),

    // pay
    offered: (checkout) => offered(desk, checkout),
    start: (ctx, checkout, attempt) => start(desk, ctx, checkout, attempt),
    advance: (ctx, checkout, attempt, input) => advance(desk, ctx, checkout, attempt, input),
    book: (ctx, checkout) => book(desk, ctx, checkout),
    check: (ctx, checkout, attempt) => check(desk, ctx, checkout, attempt),

    // after
    cancel: (ctx, checkout, itemIds) => cancel(desk, ctx, checkout, itemIds),
  };
}

/** One client an account, each with its own credentials. */
function clients({ url, accounts }: IngressoConfig, deps: ModuleDeps): Record<AccountId, HttpClient | null> {
  const client = (account: IngressoConfig['accounts'][AccountId]) => {
    if (!account) return null;
    const credentials = Buffer.from(`${account.user}:${account.password}`).toString('base64');
    return deps.http({
      system: 'ingresso',
      baseUrl: url,
      headers: { authorization: `Basic ${credentials}` },
    });
  };
  return {
    main: client(accounts.main),
    stripe: client(accounts.stripe),
    redirect: client(accounts.redirect),
  };
}
