import { describe, expect, it } from 'vitest';
import type { Choice } from './choose';
import { itemOfCart, itemOfChoice } from './map-item';
import { activityWire } from './wire';
import { cartItemWire } from './wire-order';

const price = { currency: 'EUR', value: 18 };
const share = { amount: 1800, currency: 'EUR', exponent: 2 };
const frame = { imageOrigins: [], locale: 'en-GB' };
const city = { name: 'Rome', time_zone: 'Europe/Rome' };
const meeting_point = 'Gate 4, Via Labicana 12';

/** Where an item is said to be, in the cart and before it. */
function where({ ofActivity, ofProduct }: { ofActivity?: string; ofProduct?: string }) {
  const activity = activityWire.parse({ uuid: 'a', title: 'The Arena', city, meeting_point: ofActivity });
  const product = { id: 'p', title: 'The Arena', activity_uuid: 'a', meeting_point: ofProduct };
  const wire = cartItemWire.parse({
    ...{ uuid: 'c', status: 'PREBOOK_OK', quantity: 1, total_price: price, product },
  });
  const chosen = { product_id: 'p', name: 'Adult', retail_price: price };
  const choice = {
    ...{ activity, group: { name: 'Default' }, slot: {} },
    ...{ offer: { day: '2026-12-01', time: '10:15' }, products: [{ product: chosen, quantity: 1 }] },
  } as unknown as Choice;
  const [row] = choice.products;
  if (!row) throw new Error('unreachable');
  return {
    cart: itemOfCart(wire, activity, share, 'i1', frame),
    before: itemOfChoice(choice, row, 'i1', frame),
  };
}

describe('where to meet', () => {
  it('is good to know, and no venue', () => {
    const { cart, before } = where({ ofActivity: meeting_point });
    for (const item of [cart, before]) {
      expect(item.venue).toBeUndefined();
      expect(item.notices).toEqual([`Where to meet: ${meeting_point}`]);
    }
  });

  it('is the product’s own where it has one, and the city where nobody says more', () => {
    const own = where({ ofActivity: meeting_point, ofProduct: 'Pier 15' });
    expect(own.cart.notices).toEqual(['Where to meet: Pier 15']);
    expect(where({}).cart.notices).toEqual(['In Rome.']);
    expect(where({}).before.notices).toEqual(['In Rome.']);
  });
});
