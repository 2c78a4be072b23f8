import 'server-only';
import { moneyOf, ticketsOf } from '@/lib/checkout/ledgers';
import type { Checkout, Refusal } from '@/lib/checkout/model';
import { nextOf } from '@/lib/checkout/next';
import type { Stored } from '@/lib/checkout/store';
import type { Foyer } from '@/lib/foyer';
import type { RefusalView } from './schemas/catalogue';
import type { CheckoutView } from './schemas/checkout';
import { refusalText } from './text';
import { attemptView, type Viewer } from './view/attempt';
import { changeView } from './view/change';
import { detailsView } from './view/details';
import { iso, itemView } from './view/items';
import { messageView } from './view/message';
import { entryView, totalsView } from './view/money';
import { optionsView } from './view/options';

/**
 * A stored checkout as the API answers it and the pages show it, field by field: what is not named here (memos,
 * commission, suppliers' addresses and comments, the journal) never leaves the server.
 */
export function checkoutView(foyer: Foyer, stored: Stored, viewer: Viewer): CheckoutView {
  const { checkout, version, dueAt } = stored;
  const supplier = foyer.suppliers.get(checkout.supplier);
  const now = foyer.now();
  return {
    id: checkout.id,
    reference: checkout.reference,
    supplier: checkout.supplier,
    version,
    tickets: ticketsOf(checkout),
    money: { state: moneyOf(checkout), entries: checkout.money.map(entryView) },
    totals: checkout.totals.map(totalsView),
    createdAt: iso(checkout.createdAt) ?? '',
    serverNow: iso(now) ?? '',
    expiresAt: iso(checkout.expiresAt) ?? null,
    changes: checkout.changes.map((change) => changeView(checkout.locale, change)),
    refusals: checkout.refusals.map((refusal) => refusalView(checkout, refusal)),
    items: checkout.items.map((item) => itemView(checkout.id, item)),
    details: detailsView(checkout.locale, checkout.details),
    paymentOptions: optionsView(checkout, supplier, foyer.collectors.values()),
    attempt: attemptView(checkout, viewer),
    capabilities: capabilities(checkout, supplier !== undefined, foyer),
    next: nextOf(checkout, now, dueAt),
    message: messageView(checkout, supplier ?? { name: checkout.supplier }, now),
  };
}

/** Why something could not be priced or held. */
export function refusalView({ locale, items }: Checkout, refusal: Refusal): RefusalView {
  const { code, item } = refusal;
  const title = refusal.title ?? items.find(({ id }) => id === item)?.title;
  return { code, item, text: refusalText(locale, { ...refusal, title }) };
}

/** What the page may offer as a button right now. */
function capabilities(checkout: Checkout, enabled: boolean, foyer: Foyer): CheckoutView['capabilities'] {
  const supplier = foyer.suppliers.get(checkout.supplier);
  const held = ticketsOf(checkout) === 'held' && checkout.closing === null;
  return {
    extend: held && supplier?.extend !== undefined,
    release: held && supplier?.release !== undefined,
    holdAgain: enabled && nextOf(checkout, foyer.now()).action === 'hold_again',
  };
}
