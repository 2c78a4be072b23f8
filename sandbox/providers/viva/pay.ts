import { randomUUID } from 'node:crypto';
import { PASSWORD } from '../../core/bank/question';
import { luhn } from '../../core/luhn';
import { random } from '../../core/random';
import { EVENTS, findTestCard } from './cards';
import type { Sim } from './sim';
import type { PaymentOrder, Transaction } from './types';
import { notify } from './webhooks';

/** What a customer typed. */
export interface Typed {
  readonly number: string;
  /** `MM/YY`. */
  readonly expiry: string;
  readonly cvv: string;
  readonly name: string;
}

/** Fields that do not read. */
export type Mistake = 'number' | 'expiry' | 'cvv' | 'name';

/** What is wrong with what was typed, before anybody is asked. */
export function mistakes({ number, expiry, cvv, name }: Typed, nowMs: number): Mistake[] {
  const amex = /^3[47]/.test(number);
  return [
    ...(/^\d{12,19}$/.test(number) && luhn(number) ? [] : ['number' as const]),
    ...(isAhead(expiry, nowMs) ? [] : ['expiry' as const]),
    ...((amex ? /^\d{4}$/ : /^\d{3}$/).test(cvv) ? [] : ['cvv' as const]),
    ...(name.trim() === '' ? ['name' as const] : []),
  ];
}

function isAhead(expiry: string, nowMs: number): boolean {
  const [, month = '', year = ''] = /^(0[1-9]|1[0-2])\/(\d\d)$/.exec(expiry) ?? [];
  // Good until the end of its month.
  return month !== '' && Date.UTC(2000 + Number(year), Number(month)) > nowMs;
}

/** Pays an open order with a card: it is paid, it failed, or the bank has a question. `stays`: nobody will come back. */
export function pay(
  sim: Sim,
  order: PaymentOrder,
  typed: Typed,
  { look, stays }: Pick<Transaction, 'look' | 'stays'>,
): Transaction {
  const card = findTestCard(typed.number);
  const outcome = card?.outcome ?? { eventId: EVENTS.invalidCard };
  const asks = 'pays' in outcome && outcome.asks;
  const transaction: Transaction = {
    id: randomUUID(),
    order: order.code,
    status: 'A',
    eventId: 0,
    card: {
      masked: `${typed.number.slice(0, 6)}XXXXXX${typed.number.slice(-4)}`,
      typeId: card?.typeId ?? 0,
      last4: typed.number.slice(-4),
    },
    fullName: typed.name.trim(),
    createdMs: sim.now(),
    refunded: 0,
    challenge: asks ? { token: random(40), open: true } : null,
    look,
    stays,
  };
  order.transactions.push(transaction);
  if (!asks) settle(sim, order, transaction, 'pays' in outcome ? 0 : outcome.eventId);
  return transaction;
}

/** The customer's word at the bank, once. Leaving is a word too. */
export function answer(sim: Sim, order: PaymentOrder, transaction: Transaction, word: string | null): void {
  if (!transaction.challenge?.open) return;
  transaction.challenge.open = false;
  // Another tab may have paid meanwhile, or the order's time is over: an order takes money once.
  const open = sim.stateOf(order) === 'pending';
  const wrong = word === null ? EVENTS.incomplete : EVENTS.wrongWord;
  settle(sim, order, transaction, word === PASSWORD ? (open ? 0 : EVENTS.doNotHonour) : wrong);
}

function settle(sim: Sim, order: PaymentOrder, transaction: Transaction, eventId: number): void {
  transaction.status = eventId === 0 ? 'F' : 'E';
  transaction.eventId = eventId;
  sim.book(order);
  if (eventId === 0) notify(sim, 'created', order, transaction);
  else if (eventId !== EVENTS.incomplete && eventId !== EVENTS.wrongWord)
    notify(sim, 'failed', order, transaction);
}

/** Where the customer goes from here; null where the merchant set no address. */
export function wayBack(
  sim: Sim,
  order: PaymentOrder,
  transaction: Transaction | undefined,
  lang: string,
): string | null {
  const { successUrl, failureUrl, parameters } = sim.sourceOf(order);
  const good = transaction?.status === 'F';
  const base = good ? successUrl : failureUrl;
  if (base === null || transaction?.stays) return null;
  const url = new URL(base);
  // A failure tells no transaction, as seen in life.
  if (good) url.searchParams.set(parameters.t, transaction.id);
  url.searchParams.set(parameters.s, order.code);
  url.searchParams.set('lang', lang);
  url.searchParams.set('eventId', String(transaction?.eventId ?? EVENTS.none));
  if (good) url.searchParams.set('eci', '1');
  return url.href;
}
