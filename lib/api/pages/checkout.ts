import 'server-only';
import { activeAttempt, isActing } from '@/lib/checkout/ledgers';
import type { PlacedStep } from '@/lib/checkout/model';
import type { Stored } from '@/lib/checkout/store';
import { ownCheckout } from '../access';
import { whereabouts } from '../checkouts/whereabouts';
import type { CheckoutView, HandOverPage, PayPage, ReturnStatus } from '../page-types';
import { onward } from '../returns/onward';
import { checkoutView } from '../view';
import { type Visitor, visitor } from './visitor';

/**
 * The checkout for its own customer's page; null for everybody else. Reads our store only, but for one case: whoever
 * comes from a payment that is open may have paid, and then the page must not offer to pay, so it looks first.
 */
export async function checkoutForPage(id: string): Promise<CheckoutView | null> {
  const who = await visitor();
  const stored = await ownCheckout(who.foyer, who.caller, id);
  if (!stored) return null;
  const outcome = mayHavePaid(stored) ? await who.foyer.heart.check(stored.checkout.id) : null;
  return checkoutView(who.foyer, outcome?.stored ?? stored, 'customer');
}

function mayHavePaid({ checkout }: Stored): boolean {
  const attempt = activeAttempt(checkout);
  return attempt?.status === 'open' && attempt.exposed;
}

/** What the pay document of an attempt should do; null for a stranger. */
export async function payForPage(id: string, attempt: string): Promise<PayPage | null> {
  const at = await standing(id, attempt);
  if (at?.step?.kind !== 'pay') return at && { kind: 'elsewhere', href: at.href };
  const { method: name, params, resume } = at.step;
  const method = at.who.foyer.methods.get(name);
  return {
    kind: 'pay',
    checkout: checkoutView(at.who.foyer, at.stored, 'customer'),
    attempt,
    step: { id: at.step.id, method: name, params, resume },
    csp: method?.csp ?? null,
    settings: method?.settingsFor?.(params) ?? method?.settings,
    elsewhere: method?.elsewhere === true,
  };
}

/** What the hand-over page of an attempt should do; null for a stranger. */
export async function handOverForPage(id: string, attempt: string): Promise<HandOverPage | null> {
  const at = await standing(id, attempt);
  if (at?.step?.kind !== 'redirect') return at && { kind: 'elsewhere', href: at.href };
  const { url, httpMethod, fields } = at.step;
  return {
    kind: 'hand_over',
    checkout: checkoutView(at.who.foyer, at.stored, 'customer'),
    attempt,
    step: { id: at.step.id, url, httpMethod, fields },
  };
}

/** How a payment stands that came back into a browser without access: a sentence, and nothing about the buyer. */
export async function returnForPage(
  token: string,
): Promise<{ kind: 'mine'; href: string } | { kind: 'stranger'; status: ReturnStatus } | null> {
  const who = await visitor();
  const named = await who.foyer.store.returned(token);
  const stored = named && (await who.foyer.heart.read(named.checkoutId));
  if (!stored) return null;
  if (await ownCheckout(who.foyer, who.caller, stored.checkout.id)) {
    return { kind: 'mine', href: onward(stored.checkout, token) };
  }
  const { reference, items, message, next } = checkoutView(who.foyer, stored, 'onlooker');
  const ticketCount = items
    .flatMap(({ tickets }) => tickets)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    kind: 'stranger',
    status: { reference: masked(reference), ticketCount, message, retryAfterMs: next.retryAfterMs },
  };
}

interface Standing {
  readonly who: Visitor;
  readonly stored: Stored;
  readonly step: PlacedStep | null;
  readonly href: string;
}

/** The open step of this attempt, and where the customer belongs instead. */
async function standing(id: string, attemptId: string): Promise<Standing | null> {
  const who = await visitor();
  const stored = await ownCheckout(who.foyer, who.caller, id);
  if (!stored) return null;
  const attempt = activeAttempt(stored.checkout);
  const step = attempt?.status === 'open' && !isActing(stored.checkout) ? attempt.step : null;
  const current = attempt?.id === attemptId ? step : null;
  return { who, stored, step: current, href: whereabouts(id, attempt?.id, step) };
}

/** The last three characters: enough for its owner, no use to another. */
function masked(reference: string): string {
  return `…${reference.slice(-3)}`;
}
