import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';
import { retryAfter } from '../../components/checkout/poll-schedule';
import { payers } from '../../tests/contract/payers';
import { arrival, pressed, walk } from '../../tests/contract/walk';
import { originOf, SHOP } from '../stage';
import { type CheckoutShape, checkoutShape, freshKey, Visitor } from '../visitor';
import type { Lap, Way } from './types';

/** Buys through the shop's API, and waits until it says that the tickets are booked. */
export async function buyThrough(way: Way, lap: Lap): Promise<void> {
  const visitor = new Visitor(SHOP);
  const chosen = await way.choose(visitor);
  lap('choose');
  const id = await hold(visitor, way, chosen);
  lap('hold');
  const begun = await start(visitor, id, way.option);
  lap('start');
  const tell = await pay(visitor, begun);
  lap('pay');
  await tell();
  await until(visitor, id, ({ tickets }) => tickets === 'booked');
  lap('book');
}

/** Everything up to the card being charged; `tell` says so to the shop, and `intent` is what the provider calls it. */
export async function buyUntilPaid(
  visitor: Visitor,
  way: Way,
): Promise<{ id: string; intent: string; tell: () => Promise<unknown> }> {
  const id = await hold(visitor, way, await way.choose(visitor));
  const begun = await start(visitor, id, way.option);
  const params = z.looseObject({ intent: z.string() }).parse(begun.attempt?.step?.params);
  return { id, intent: params.intent, tell: await pay(visitor, begun) };
}

/** Holds what was chosen, and gives the customer's details; answers the checkout's id. */
export async function hold(visitor: Visitor, way: Way, chosen: object): Promise<string> {
  const body = { supplier: way.supplier, ...chosen };
  const { id } = await visitor.json(checkoutShape, 'POST', '/api/checkouts', body, freshKey());
  await visitor.json(checkoutShape, 'PUT', `/api/checkouts/${id}/details`, way.details);
  return id;
}

/** Starts paying; answers the checkout once there is something for the customer to do, or nothing any more. */
export async function start(visitor: Visitor, id: string, option: string): Promise<CheckoutShape> {
  const path = `/api/checkouts/${id}/attempts`;
  const begun = await visitor.json(checkoutShape, 'POST', path, { option }, freshKey());
  const turn = isTheirTurn(begun) ? begun : await until(visitor, id, isTheirTurn);
  if (turn.attempt?.step?.kind !== 'declined') return turn;
  // Whoever buys in a crowd may be given other seats when paying begins; these customers take them.
  const accepted = { version: turn.version };
  await visitor.json(checkoutShape, 'POST', `/api/checkouts/${id}/accept`, accepted, freshKey());
  return start(visitor, id, option);
}

function isTheirTurn({ tickets, attempt }: CheckoutShape): boolean {
  return ['pay', 'redirect', 'declined'].includes(attempt?.step?.kind ?? '') || tickets !== 'held';
}

/** Does the customer's part; what is answered tells the shop of it. */
export async function pay(visitor: Visitor, { id, attempt }: CheckoutShape): Promise<() => Promise<unknown>> {
  const step = attempt?.step;
  if (step?.kind === 'pay') {
    const payer = payers[step.method ?? ''];
    if (!payer) throw new Error(`tests/contract/payers.ts does not know ${step.method}`);
    const data: Json = await payer(originOf, step.params ?? null, 'good');
    const path = `/api/checkouts/${id}/attempts/${attempt?.id}/results`;
    return () => visitor.call('POST', path, { step: step.id, data });
  }
  if (step?.kind === 'redirect') return away(visitor, step.href ?? '');
  return () => Promise.resolve();
}

/** Through the hand-over page to the payment page and back. */
async function away(visitor: Visitor, href: string): Promise<() => Promise<unknown>> {
  const form = pressed(await (await visitor.call('GET', href)).text(), `${SHOP}${href}`, 'good');
  if (!form) throw new Error('The hand-over page leads nowhere');
  const { url, method, fields } = form;
  const back = await walk({ kind: 'redirect', id: '', url, httpMethod: method, fields }, 'good');
  const { token, params } = arrival.parse(back);
  const query = new URLSearchParams((params.query ?? []) as [string, string][]);
  return () => visitor.call('GET', `/return/${token}?${query}`);
}

/** Asks as often as the shop says, until it is as wished. */
export async function until(
  visitor: Visitor,
  id: string,
  done: (checkout: CheckoutShape) => boolean,
): Promise<CheckoutShape> {
  const end = performance.now() + 60_000;
  for (;;) {
    const answer = await visitor.call('GET', `/api/checkouts/${id}`);
    const checkout = checkoutShape.parse(await answer.json());
    if (done(checkout)) return checkout;
    if (performance.now() > end)
      throw new Error(`Still as it was after a minute: ${JSON.stringify(checkout)}`);
    await new Promise((wake) => setTimeout(wake, retryAfter(answer.headers) || 100));
  }
}
