import { type Context, Hono } from 'hono';
import { asset, policy } from '../../../core/web';
import { browserFiles } from '../bundle';
import { BAD_CARD, GOOD_CARD, testCards } from '../cards';
import { questionPage } from '../pages/bank';
import { checkoutPage } from '../pages/checkout';
import { accentCss, FILES, type Look, notice } from '../pages/shell';
import { readLang, textsOf } from '../pages/texts';
import { answer, type Mistake, mistakes, pay, type Typed, wayBack } from '../pay';
import { paidBy, type Sim } from '../sim';
import type { PaymentOrder, Transaction } from '../types';

/** Viva's own colour where the shop names none. */
const COLOR = '4b2bee';
/** The number by which a shop asks for cards. */
const BY_CARD = '0';

const readColor = (given: string | undefined) =>
  /^[0-9a-f]{6}$/i.test(given ?? '') ? (given ?? COLOR) : COLOR;

const lookOf = (lang: string | undefined, color: string | undefined, order?: PaymentOrder): Look => ({
  lang: readLang(lang) ?? order?.lang ?? 'en-GB',
  color: readColor(color),
});

/** Smart Checkout: the page that customers are sent to, and the bank's. Both addresses are in use out there. */
export function pageRoutes(sim: Sim): Hono {
  const app = new Hono();
  app.on('GET', ['/web2', '/web/checkout'], (c) => show(sim, c, [], undefined));
  app.post('/web2/pay', (c) => take(sim, c));
  app.get('/web2/bank/:token', (c) => ask(sim, c));
  app.post('/web2/bank/:token', (c) => hear(sim, c));
  app.get(`${FILES}/accent.css`, (c) => asset('text/css', accentCss(readColor(c.req.query('color')))));
  app.get(`${FILES}/:file`, async (c) => {
    const file = (await browserFiles()).get(c.req.param('file'));
    return file ? asset(...file) : c.notFound();
  });
  return app;
}

/** The page of an order as it stands, by the address or by what was just sent. */
function show(
  sim: Sim,
  c: Context,
  wrong: readonly Mistake[],
  typed: Typed | undefined,
  sent?: Sent,
): Response {
  const code = sent?.ref ?? c.req.query('ref') ?? '';
  const order = sim.orders.get(code);
  const look = lookOf(sent?.lang ?? c.req.query('lang'), sent?.color ?? c.req.query('color'), order);
  if (!order) return lost(look);
  const state = sim.stateOf(order);
  if (state !== 'pending') return over(sim, order, state, look);
  const last = order.transactions.at(-1);
  const failed = last?.status === 'E' ? last : undefined;
  const method = c.req.query('paymentMethod');
  return checkoutPage(
    order,
    sim.merchant(order.merchantId).name,
    look,
    {
      ...(typed && { typed }),
      mistakes: wrong,
      eventId: wrong.length === 0 && failed ? failed.eventId : null,
      otherMethod: method !== undefined && method !== BY_CARD,
    },
    { back: wayBack(sim, order, failed, look.lang), formAction: `'self' ${shopsOf(sim, order)}`.trim() },
  );
}

interface Sent {
  readonly ref: string;
  readonly lang: string;
  readonly color: string;
}

const QUICK: Readonly<Record<string, string | undefined>> = {
  yes: GOOD_CARD,
  stay: GOOD_CARD,
  no: BAD_CARD,
  bank: testCards.find(({ outcome }) => 'asks' in outcome && outcome.asks)?.number,
};

/** Takes a card, typed or by a shortcut, and leads on: to the bank, to the shop, or back to the form. */
async function take(sim: Sim, c: Context): Promise<Response> {
  const body = await c.req.parseBody();
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const sent = { ref: text('ref'), lang: text('lang'), color: text('color') };
  const order = sim.orders.get(sent.ref);
  const look = lookOf(sent.lang, sent.color, order);
  if (!order) return lost(look);
  const state = sim.stateOf(order);
  if (state !== 'pending') return over(sim, order, state, look);
  const quick = QUICK[text('quick')];
  const typed: Typed = quick
    ? { number: quick, expiry: '12/34', cvv: '123', name: 'Ada Byron' }
    : {
        number: text('number').replace(/[\s-]/g, ''),
        expiry: text('expiry').replace(/\s/g, ''),
        cvv: text('cvv').trim(),
        name: text('name'),
      };
  const wrong = mistakes(typed, sim.now());
  if (wrong.length > 0) return show(sim, c, wrong, typed, sent);
  const transaction = pay(sim, order, typed, { look, stays: text('quick') === 'stay' });
  if (transaction.challenge?.open) return c.redirect(`/web2/bank/${transaction.challenge.token}`, 303);
  return onward(sim, c, order, transaction, look, text('quick') === 'no');
}

/** After a try. A card that failed may be followed by another; `leaves` goes back to the shop with it at once. */
function onward(
  sim: Sim,
  c: Context,
  order: PaymentOrder,
  transaction: Transaction,
  look: Look,
  leaves: boolean,
): Response {
  if (transaction.status === 'E' && !leaves) {
    const query = new URLSearchParams({ ref: order.code, lang: look.lang, color: look.color });
    return c.redirect(`/web2?${query}`, 303);
  }
  const back = wayBack(sim, order, transaction, look.lang);
  return back ? c.redirect(back, 303) : over(sim, order, sim.stateOf(order), look);
}

function ask(sim: Sim, c: Context): Response | Promise<Response> {
  const found = asked(sim, c.req.param('token') ?? '');
  if (!found?.transaction.challenge?.open) return lost(lookOf(undefined, undefined, found?.order));
  const { order, transaction } = found;
  const headers = policy({ framedBy: "'none'", formAction: `'self' ${shopsOf(sim, order)}`.trim() });
  const merchant = sim.merchant(order.merchantId).name;
  const { shopOrigin } = sim.world;
  const page = questionPage({ order, transaction, merchant, shopOrigin }, transaction.challenge?.token ?? '');
  return c.html(page, 200, headers);
}

async function hear(sim: Sim, c: Context): Promise<Response> {
  const found = asked(sim, c.req.param('token') ?? '');
  if (!found?.transaction.challenge?.open) return lost(lookOf(undefined, undefined, found?.order));
  const { order, transaction } = found;
  const { outcome, password } = await c.req.parseBody();
  answer(sim, order, transaction, outcome === 'cancel' ? null : String(password ?? '').trim());
  return onward(sim, c, order, transaction, transaction.look, false);
}

function asked(sim: Sim, token: string): { order: PaymentOrder; transaction: Transaction } | undefined {
  for (const order of sim.orders.values()) {
    const transaction = order.transactions.find(({ challenge }) => challenge?.token === token);
    if (transaction) return { order, transaction };
  }
  return undefined;
}

/** An order that cannot be paid, or need not be. */
function over(
  sim: Sim,
  order: PaymentOrder,
  state: 'paid' | 'expired' | 'canceled' | 'pending',
  look: Look,
): Response {
  const texts = textsOf(look.lang);
  const paid = paidBy(order);
  const href = wayBack(sim, order, paid, look.lang);
  const back = href ? { href, label: texts.back } : null;
  if (paid) return notice(look, { title: texts.paid, text: texts.paidText, back });
  const title = state === 'canceled' ? texts.cancelled : texts.expired;
  return notice(look, { title, text: texts.nothing, back }, 410);
}

function lost(look: Look): Response {
  return notice(
    look,
    {
      title: 'Nothing to pay here',
      text: 'This address belongs to no payment. Go back to the shop and start again.',
    },
    404,
  );
}

/** Where the redirect after a form may lead: browsers hold it against form-action. */
function shopsOf(sim: Sim, order: PaymentOrder): string {
  const { successUrl, failureUrl } = sim.sourceOf(order);
  const origins = [successUrl, failureUrl].flatMap((url) => (url === null ? [] : new URL(url).origin));
  return [...new Set(origins)].join(' ');
}
