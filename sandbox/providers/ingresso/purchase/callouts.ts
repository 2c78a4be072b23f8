import { createHash } from 'node:crypto';
import type { CalloutPlan } from '../catalogue/types';
import type { Desk } from '../desk';
import type { Params } from '../params';
import { noteCharge } from '../transaction/ledger';
import type { Bundle, Transaction } from '../transaction/model';
import type { Callout } from './model';
import type { ReturnPoint } from './return-point';
import type { Question } from './stripe';

/** After this long without an answer the platform calls the return address itself, and gives up later. */
export const ABANDONED_MS = 20 * 60_000;
export const OVER_MS = 60 * 60_000;

/** What comes back with every sign that a careless shop would lose. */
const ECHOES: readonly (readonly [string, string])[] = [
  ['a', '1'],
  ['a', '2'],
  ['b', ''],
  ['c', '+ &=%?'],
  ['ref', 'ünïcode ✓'],
];

/** What this payment page signs its answer with: of another payment's it makes nothing. */
function sealOf(token: string): string {
  return createHash('sha256').update(`seal of ${token}`).digest('base64url');
}

/** An address that is on nobody's list. */
const FOREIGN = 'https://payments.elsewhere.example/pay';

/** How a bundle's redirects go: as an action ordered, else as its events say. */
export function planOf(desk: Desk, { orders }: Bundle): CalloutPlan {
  return (
    desk.store.plan ?? orders.find(({ event }) => event.behaviour?.callouts)?.event.behaviour?.callouts ?? {}
  );
}

/** True when a bundle's redirects are all done. */
export function redirectsDone(desk: Desk, bundle: Bundle): boolean {
  return bundle.callouts.done >= (planOf(desk, bundle).hops ?? 1);
}

/** Makes the next redirect of a bundle: to a page of the platform's, or to a bank with a `question`. `abandoned` runs when nobody came back from it for an hour. */
export function makeCallout(
  desk: Desk,
  transaction: Transaction,
  bundle: Bundle,
  point: ReturnPoint,
  abandoned: () => Promise<void>,
  question?: Question,
): Callout {
  const token = transaction.user.payment === 'stripe';
  const callout = question
    ? bankCallout(bundle, point, question)
    : (token ? tokenCallout : pageCallout)(desk, transaction, bundle, point);
  const key = `${transaction.user.id}/${point.token}`;
  desk.store.tokens.add(key);
  desk.store.waiting.set(key, { transaction, callout });
  transaction.callout = callout;
  if (!token) noteCharge(desk, transaction, bundle, 'open');
  desk.world.later(ABANDONED_MS, () => (transaction.callout === callout ? hitReturnUrl(callout) : undefined));
  desk.world.later(OVER_MS, () => (transaction.callout === callout ? abandoned() : undefined));
  return callout;
}

/** Takes a callout off the list, so that its token is spent. */
export function closeCallout(desk: Desk, transaction: Transaction, callout: Callout): void {
  desk.store.waiting.delete(`${transaction.user.id}/${callout.token}`);
  transaction.callout = null;
}

/** The platform's own visit to a return address, without any parameter, for customers who never came back. */
export async function hitReturnUrl({ returnUrl }: Callout): Promise<void> {
  const headers = { 'user-agent': 'TicketSwitch' };
  try {
    await fetch(returnUrl, { headers, redirect: 'manual', signal: AbortSignal.timeout(5000) });
  } catch {
    // The shop is not there; the callout ends by itself.
  }
}

/** True when what came back says yes, and brings everything that the page sent along. */
export function saysYes(callout: Callout, params: Params): boolean {
  const rest = params.pairs.filter(([name]) => name !== 'success');
  const whole = callout.echoes.length === 0 || JSON.stringify(rest) === JSON.stringify(callout.echoes);
  return params.text('success') === 'yes' && whole;
}

function pageCallout(desk: Desk, { user }: Transaction, bundle: Bundle, point: ReturnPoint): Callout {
  const plan = planOf(desk, bundle);
  const hop = bundle.callouts.done;
  const post = plan.method === 'post' || (plan.method === 'mixed' && hop % 2 === 1);
  const title =
    hop === 0
      ? `Dummy external card details page for debit on system '${bundle.source.code}'`
      : `Dummy 3-D Secure page ${hop} for debit on system '${bundle.source.code}'`;
  const odd: [string, string][] = plan.ordered
    ? [
        ['10', 'ten'],
        ['2', 'two'],
        ['b', 'bee & "co"'],
      ]
    : [];
  const parameters: [string, string][] = [...odd, ['return_url', point.url], ['title', title]];
  return {
    token: point.token,
    returnUrl: point.url,
    source: bundle.source.code,
    method: post ? 'post' : 'get',
    destination: plan.foreign ? FOREIGN : `${desk.origin}/tickets/dummy_redirect.buy/${user.id}`,
    parameters,
    order: plan.ordered ? parameters.map(([name]) => name) : [],
    threeDSecure: hop > 0,
    wantsToken: false,
    returnsBy: plan.returnsBy ?? 'get',
    echoes: plan.echoes ? [...ECHOES, ['seal', sealOf(point.token)]] : [],
  };
}

function tokenCallout(desk: Desk, { user }: Transaction, bundle: Bundle, point: ReturnPoint): Callout {
  return {
    token: point.token,
    returnUrl: point.url,
    source: bundle.source.code,
    method: 'post',
    destination: `${desk.origin}/tickets/stripe_form.buy`,
    parameters: [
      ['crypto_block', Buffer.from(point.url).toString('base64url')],
      ['user_id', user.id],
    ],
    order: [],
    threeDSecure: false,
    wantsToken: true,
    returnsBy: 'get',
    echoes: [],
  };
}

/** To the bank's own page. Its address has a query already, and there is nothing to add. */
function bankCallout({ source }: Bundle, point: ReturnPoint, { url, intent }: Question): Callout {
  return {
    token: point.token,
    returnUrl: point.url,
    source: source.code,
    method: 'get',
    destination: url,
    parameters: [],
    order: [],
    threeDSecure: true,
    wantsToken: false,
    intent,
    returnsBy: 'get',
    echoes: [],
  };
}
