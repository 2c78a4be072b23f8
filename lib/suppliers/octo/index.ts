import type { LostAnswers, Supplier } from '@/lib/checkout/supplier';
import { defineModule, type ModuleDeps } from '@/lib/platform/modules';
import { advance } from './advance';
import { book } from './book';
import { event, events } from './browse';
import { cancel } from './cancel';
import { check } from './check';
import { line } from './client';
import { config, type OctoConfig } from './config';
import type { Desk } from './desk';
import { extend } from './extend';
import { optionsFor, RAW } from './gateways';
import { RETURN, returnKey } from './gateways/viva';
import { hold } from './hold';
import { offered } from './offered';
import { offers } from './offers';
import { quote } from './quote';
import { release } from './release';
import { start } from './start';
import { createVault } from './vault';
import { voucherFile } from './voucher';

/**
 * OCTO as Ventrata speaks it: products of tours and attractions, bookings in one order, and orders that are paid through
 * whichever gateway the supplier has. We hand the gateway's payment to the page and ask the supplier to confirm.
 *
 * Wire: the platform's documentation of OCTO and of its card payments. Set-up, callback URLs, test cards, quirks, and what
 * is inferred: `docs/suppliers/octo.md`.
 */
export const octo = defineModule<OctoConfig, Supplier>({ id: 'octo', config, create });

const LOST: LostAnswers = {
  // Each booking has a uuid of ours that follows from the checkout: the same again is the same booking.
  hold: 'repeat',
  // Tells the supplier who comes and where from; nobody was handed anything to pay with yet. What pays here (a saved card)
  // confirms, and see below.
  start: 'repeat',
  // Confirming what is confirmed answers it unchanged, and an order is paid once.
  advance: 'repeat',
  book: 'repeat',
  // Read first: what was let go is let go.
  release: 'repeat',
  // Gives up a paid ticket: sent once, then looked for.
  cancel: 'check',
};

function create(settings: OctoConfig, deps: ModuleDeps): Supplier {
  const { url, key, env, capabilities } = settings;
  const http = deps.http({
    system: 'octo',
    baseUrl: url,
    headers: {
      authorization: `Bearer ${key}`,
      // Reading needs it too, as some connections see it.
      'content-type': 'application/json',
      'octo-capabilities': capabilities.join(', '),
      'octo-env': env,
    },
  });
  const desk: Desk = {
    ...line(http),
    config: settings,
    now: deps.now,
    ...(settings.rawCards ? { vault: createVault(RAW.id) } : {}),
    documents: (origin) => deps.http({ system: 'octo-documents', baseUrl: origin }),
  };
  return {
    id: 'octo',
    name: settings.name,
    options: optionsFor(settings),
    lost: LOST,
    origins: { images: settings.imageOrigins, frames: [] },

    // browse
    events: (ctx, query) => events(desk, ctx, query),
    event: (ctx, id) => event(desk, ctx, id),
    offers: (ctx, id, date) => offers(desk, ctx, id, date),

    // hold
    quote: (ctx, request) => quote(desk, ctx, request),
    hold: (ctx, request, previous) => hold(desk, ctx, request, previous),
    extend: (ctx, checkout) => extend(desk, ctx, checkout),
    release: (ctx, checkout) => release(desk, ctx, checkout),

    // pay
    ...(desk.vault ? { cards: desk.vault } : {}),
    returns: { [RETURN]: (params) => returnKey(settings, params) },
    offered: (checkout) => offered(desk, checkout),
    start: (ctx, checkout, attempt) => start(desk, ctx, checkout, attempt),
    advance: (ctx, checkout, attempt, input) => advance(desk, ctx, checkout, attempt, input),
    book: (ctx, checkout, attempt, proof) => book(desk, ctx, checkout, attempt, proof),
    check: (ctx, checkout, attempt) => check(desk, ctx, checkout, attempt),

    // after
    cancel: (ctx, checkout, itemIds) => cancel(desk, ctx, checkout, itemIds),
    document: (ctx, voucher) => voucherFile(desk, ctx, voucher),
  };
}
