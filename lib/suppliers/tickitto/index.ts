import type { Checkout, HoldRequest } from '@/lib/checkout/model';
import type { LostAnswers, Offered, OptionSpec, Supplier } from '@/lib/checkout/supplier';
import { defineModule, type ModuleDeps } from '@/lib/platform/modules';
import { event, events, openPicker, removeItem } from './browse';
import { cancel } from './cancel';
import { check } from './check';
import { sender } from './client';
import { config, type TickittoConfig } from './config';
import { accountDesk, type Desk } from './desk';
import { quote, release, takeOver } from './hold';
import { holdAgain } from './hold-again';
import { readBasketId, readHold } from './memo';
import { start } from './pay';
import { voucherFile } from './voucher';

/**
 * Tickitto, merchant of record: it sells through a picker of its own, takes the money with its own Stripe account and
 * books by itself when Stripe tells it that the customer paid. We hand over the payment and watch the basket.
 *
 * Wire: Tickitto's published OpenAPI document and its merchant-of-record page. Set-up, test cards, quirks, and what is
 * assumed: `docs/suppliers/tickitto.md`.
 */
export const tickitto = defineModule<TickittoConfig, Supplier>({ id: 'tickitto', config, create });

const OPTION: OptionSpec = {
  id: 'tickitto.stripe',
  label: 'card',
  collects: 'supplier',
  method: 'stripe-card',
};

const LOST: LostAnswers = {
  // Reads a picker's basket; holding again recognises what an interrupted try has added. No money is near.
  hold: 'repeat',
  // A repeated stripe_object answers the same intent, and nobody was given its secret yet.
  start: 'repeat',
  // An item that is out of the basket already is what was wanted.
  release: 'repeat',
  // Gives up a paid ticket: sent once, then looked for in the basket.
  cancel: 'check',
  // Absent here: Tickitto books when its own webhook hears from Stripe.
  advance: 'check',
  book: 'check',
};

function create(settings: TickittoConfig, deps: ModuleDeps): Supplier {
  const http = deps.http({ system: 'tickitto', baseUrl: settings.url, headers: { key: settings.key } });
  const send = sender(http);
  const desk: Desk = {
    config: settings,
    send,
    http,
    now: deps.now,
    account: accountDesk(send, deps.now),
  };
  return {
    id: 'tickitto',
    name: 'Tickitto',
    options: [OPTION],
    lost: LOST,
    origins: { images: settings.imageOrigins, frames: settings.pickerOrigins },

    // browse
    events: (ctx, query) => events(desk, ctx, query),
    event: (ctx, id) => event(desk, ctx, id),
    picker: {
      open: (ctx, ask) => openPicker(desk, ctx, ask),
      remove: (ctx, basket, item) => removeItem(desk, ctx, basket, item),
    },

    // hold
    quote: (ctx, request) => quote(desk, ctx, request),
    hold: async (ctx, request, previous) => {
      if (previous) return holdAgain(desk, ctx, previous);
      const basketId = basketIn(request);
      if (!basketId) return { kind: 'refused', refusals: [{ code: 'invalid_selection' }] };
      return takeOver(desk, ctx, basketId);
    },
    release: (ctx, checkout) => release(desk, ctx, checkout),

    // pay
    offered: (checkout) => ({ [OPTION.id]: offeredFor(checkout) }),
    start: (ctx, checkout) => start(desk, ctx, checkout),
    check: (ctx, checkout, attempt) => check(desk, ctx, checkout, attempt),

    // after
    cancel: (ctx, checkout, itemIds) => cancel(desk, ctx, checkout, itemIds),
    document: (ctx, voucher) => voucherFile(desk, ctx, voucher),
  };
}

function basketIn(request: HoldRequest): string | null {
  return request.kind === 'basket' ? readBasketId(request.basket) : null;
}

/** What the account said when the tickets were held; `start` asks again. */
function offeredFor({ memo }: Checkout): Offered {
  if (readHold(memo)?.stripe !== false) return { available: true };
  return { available: false, reason: 'Tickitto has not enabled card payments for this shop.' };
}
