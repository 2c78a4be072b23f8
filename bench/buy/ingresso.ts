import { randomInt } from 'node:crypto';
import type { Visitor } from '../visitor';
import { eventShape, offersShape } from './catalogue';
import { straightPurchase } from './ingresso-straight';
import type { Way } from './types';

/** An event that behaves, with seats enough for a benchmark. */
const EVENT = '6IF';
const CUSTOMER = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
  phone: '+442087599036',
  supplierMayWrite: false,
};

/** Ingresso's three ways to pay. With Stripe and with payment pages the hold moves to another account first. */
export const ingressoWays: readonly Way[] = [
  way('ingresso.stripe', 'nothing: one purchase, answered at once'),
  way('ingresso.redirect', 'nothing: a purchase, a payment page, one callback'),
  way('ingresso.credit:invoice', 'nothing: one purchase, answered at once'),
];

function way(option: string, waits: string): Way {
  return {
    supplier: 'ingresso',
    option,
    waits,
    choose,
    details: { customer: CUSTOMER },
    straight: (lap) => straightPurchase(EVENT, option, lap),
  };
}

/** One ticket of the first price, on a day that has one: seats on one day would not last. */
async function choose(visitor: Visitor): Promise<object> {
  const path = `/api/suppliers/ingresso/events/${EVENT}`;
  const { performances } = await visitor.json(eventShape, 'GET', path);
  for (let tries = 0; tries < 20; tries += 1) {
    const date = performances[randomInt(performances.length)]?.date ?? '';
    const asked = `${path}/offers?date=${encodeURIComponent(date)}`;
    const { offers } = await visitor.json(offersShape, 'GET', asked);
    const [offer] = offers;
    const [type] = offer?.ticketTypes ?? [];
    if (offer && type)
      return { lines: [{ event: EVENT, offer: offer.id, tickets: [{ type: type.type, quantity: 1 }] }] };
  }
  throw new Error(`There is nothing to be had of ${EVENT}`);
}
