import type { AttemptAsk, Heart, Outcome } from '@/lib/checkout/heart';
import type { Json, JsonObject } from '@/lib/checkout/json';
import { activeAttempt, moneyOf, ticketsOf } from '@/lib/checkout/ledgers';
import type { Checkout, HoldRequest, PlacedStep } from '@/lib/checkout/model';
import { nextOf } from '@/lib/checkout/next';
import type { ProviderId } from '@/sandbox/core/provider';
import { type Means, payers } from '../contract/payers';
import type { SupplierUnderTest } from '../contract/types';
import { arrival, walk } from '../contract/walk';
import { until } from './until';

/** Longer than any wait before the customer's turn comes, and shorter than a hold. */
const PATIENCE_MS = 90_000;

/** A customer at a shop: what their pages would do, without pages. Whatever they do may be done again. */
export interface Customer {
  readonly id: string;
  readonly heart: Heart;
  readonly supplier: SupplierUnderTest;
  readonly option: string;
  readonly request: HoldRequest;
  /** Lets time pass until the checkout is as wished, or nothing more happens. */
  readonly until: (done: (checkout: Checkout) => boolean, maxMs: number) => Promise<Checkout>;
  readonly origin: (provider: ProviderId) => string;
  /** What they give with the wish to pay; see `givenWith`. */
  readonly given: (checkout: Checkout, attemptId: string) => Pick<AttemptAsk, 'instrument'>;
}

const nobody = { ip: null, userAgent: null, accept: null };

export const standingOf = (checkout: Checkout) => `${ticketsOf(checkout)}/${moneyOf(checkout)}`;

/** The outcome's checkout; a refusal is a failing test that names it. */
export function granted(outcome: Outcome): Checkout {
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.problem)}`);
  return outcome.stored.checkout;
}

/** Holds, and gives their details. */
export async function hold(at: Customer): Promise<Checkout> {
  await at.heart.open({ id: at.id, supplier: at.supplier.id, request: at.request, locale: 'en-GB' });
  const checkout = await at.until(settledHold, PATIENCE_MS);
  if (ticketsOf(checkout) !== 'held' || activeAttempt(checkout)) return checkout;
  return insist(() => at.heart.details(at.id, at.supplier.details, 'strict'));
}

/** Asks again while somebody else is at it, as a page does. */
async function insist(ask: () => Promise<Outcome>): Promise<Checkout> {
  return granted(
    await until(ask, (outcome) => outcome.ok || outcome.problem.code !== 'busy', {
      timeoutMs: PATIENCE_MS,
    }),
  );
}

/** Holds; where that was not possible, once more, as the page offers. */
export async function holdTwice(at: Customer): Promise<Checkout> {
  const { refusals } = await hold(at);
  if (refusals.length > 0) await at.heart.hold(at.id);
  return hold(at);
}

const settledHold = (checkout: Checkout) => ticketsOf(checkout) !== 'open' || checkout.refusals.length > 0;

/** Nothing is in doubt or under way: until then the page says to wait, and a customer does. */
const isCalm = (checkout: Checkout) =>
  settledHold(checkout) && !['unknown', 'attempting'].includes(ticketsOf(checkout));

/** Starts paying, accepting what changed; answers the step they are shown, or null when there is nothing to pay. */
export async function toTheTill(at: Customer): Promise<PlacedStep | null> {
  for (let tries = 0; tries < 4; tries += 1) {
    const seen = await at.until(isCalm, PATIENCE_MS);
    if (ticketsOf(seen) !== 'held') return null;
    if (!seen.accepted) {
      const stored = await at.heart.read(at.id);
      await insist(() => at.heart.accept(at.id, stored?.version ?? 0));
    }
    const now = (await at.heart.read(at.id))?.checkout ?? seen;
    const id = `${at.id}-${now.attempts.length}`;
    const ask = { id, option: at.option, client: nobody, ...at.given(now, id) };
    const outcome = await at.heart.attempt(at.id, ask);
    if (!outcome.ok && outcome.problem.code !== 'busy') return null;
    const checkout = await at.until((now) => isMyTurn(now) || activeAttempt(now) === null, PATIENCE_MS);
    const step = activeAttempt(checkout)?.step;
    if (step && isMyTurn(checkout)) return step;
    if (!['open', 'held'].includes(ticketsOf(checkout))) return null;
  }
  return null;
}

function isMyTurn(checkout: Checkout): boolean {
  const step = activeAttempt(checkout)?.step;
  return step?.kind === 'pay' || step?.kind === 'redirect';
}

/** Pays by the method's own API; answers what the component reports. */
export async function pay(at: Customer, step: PlacedStep, means: Means): Promise<Json> {
  if (step.kind === 'redirect') return walk(step, means);
  if (step.kind !== 'pay') throw new Error(`Nobody knows how to pay by ${step.kind}`);
  const payer = payers[step.method];
  if (!payer) throw new Error(`tests/contract/payers.ts does not know ${step.method}`);
  return payer(at.origin, step.params, means);
}

/** Reports to the shop what the component produced, as the page does: for the step it was mounted for. */
export async function report(at: Customer, step: PlacedStep, data: Json): Promise<void> {
  if (data === null) return;
  if (step.kind === 'redirect') return comeBack(at, step, data);
  const stored = await at.heart.read(at.id);
  const attempt = stored?.checkout.attempts.findLast((one) => one.exposed);
  await at.heart.result(at.id, attempt?.id ?? '', step.id, data);
}

/** Comes back from a payment page to the address that it was given, and goes on to the next one where there is one. */
async function comeBack(at: Customer, step: PlacedStep, data: Json): Promise<void> {
  const { token, params } = arrival.parse(data);
  const fixed = at.supplier.returns?.[token];
  await at.heart.returned(fixed ? fixed(params as JsonObject) : token, params as JsonObject);
  const checkout = await at.until((now) => activeAttempt(now)?.step?.id !== step.id, PATIENCE_MS);
  const next = activeAttempt(checkout)?.step;
  if (next?.kind === 'redirect' && next.id !== step.id) await report(at, next, await walk(next, 'good'));
}

/** Tries again in the way that the page offers: with the same tickets, or holding them anew where they are gone. */
export async function tryAgain(at: Customer): Promise<PlacedStep | null> {
  const step = await toTheTill(at);
  if (step) return step;
  const seen = await at.until((now) => now.closing === null, PATIENCE_MS);
  if (nextOf(seen, Date.now()).action !== 'hold_again') return null;
  await at.heart.hold(at.id);
  return toTheTill(at);
}

/** The whole way. */
export async function buy(at: Customer, means: Means = 'good'): Promise<void> {
  await hold(at);
  const step = await toTheTill(at);
  if (!step) return;
  const data = await pay(at, step, means);
  await report(at, step, data);
  if (data !== null) await answerBank(at, step, means);
}

/** Methods whose bank asks once the supplier has the card: in the page, or on a page of its own. */
const ASKED_LATER: ReadonlySet<string> = new Set(['stripe-manual', 'adyen-card-fields']);

/** Goes on with the bank's questions that follow a card, as long as there are any. */
async function answerBank(at: Customer, card: PlacedStep, means: Means): Promise<void> {
  if (card.kind !== 'pay' || !ASKED_LATER.has(card.method) || !means.startsWith('challenge')) return;
  let last: PlacedStep = card;
  for (let asked = 0; asked < 4; asked += 1) {
    const before = last.id;
    const now = await at.until((checkout) => activeAttempt(checkout)?.step?.id !== before, PATIENCE_MS);
    const next = activeAttempt(now)?.step;
    if (!next || next.id === before || !isQuestion(next)) return;
    const data = await pay(at, next, means);
    if (data === null) return;
    await report(at, next, data);
    last = next;
  }
}

const isQuestion = (step: PlacedStep) =>
  step.kind === 'redirect' || (step.kind === 'pay' && Object(step.params).ask === 'bank');
