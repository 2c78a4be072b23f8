import { describe, expect, it } from 'vitest';
import { OCTO_KEYS } from '@/sandbox/core/secrets';
import { until } from '../support/until';
import { adyenSet, by, oneMore, patiently, RETURN, sessionOf } from './octo-adyen-set';
import { booking, refusal } from './octo-client';

const set = adyenSet();
const { hold, charges } = set;

describe('OCTO through Adyen: money that buys nothing', () => {
  const paidBack = (count: number) =>
    until(charges, (rows) => rows.filter(([, captured, refunded]) => captured === refunded).length >= count);

  it('goes back when the tickets are gone', async () => {
    await set.sandbox.action('octo', 'fail-confirm', 'OC105');
    const held = await hold();
    const session = sessionOf(held);
    await set.page.pay(session);
    const answer = await patiently(() => set.shop.confirm(held, by(session.id)));
    expect(refusal(answer).error).toBe('UNPROCESSABLE_ENTITY');
    expect(await paidBack(1)).toEqual([['captured', held.pricing?.retail, held.pricing?.retail]]);
  });

  it('goes back when it comes after the hold', async () => {
    const held = await hold();
    const session = sessionOf(held);
    await set.sandbox.clock(31 * 60_000);
    await set.page.pay(session);
    await paidBack(1);
    expect(refusal(await set.shop.confirm(held, by(session.id))).error).toBe('INVALID_BOOKING_UUID');
  });

  it('goes back when the price has changed since, and when it was paid twice', async () => {
    const held = await hold();
    const first = sessionOf(held);
    await set.page.pay(first);
    const dearer = booking(await set.shop.call('PATCH', `/bookings/${held.uuid}`, oneMore(held)));
    expect(refusal(await patiently(() => set.shop.confirm(held, by(first.id)))).error).toBe('BAD_REQUEST');
    await paidBack(1);
    const second = sessionOf(dearer);
    // A second tab with an address of its own, and both pay.
    const tab = sessionOf(
      booking(await set.shop.call('PATCH', `/bookings/${held.uuid}`, { returnUrl: `${RETURN}?tab` })),
    );
    expect(tab.id).not.toBe(second.id);
    await set.page.pay(second);
    await set.page.pay(tab);
    expect(booking(await patiently(() => set.shop.confirm(held, by(tab.id)))).status).toBe('CONFIRMED');
    await paidBack(2);
    const kept = (await charges()).filter(([, captured, refunded]) => captured !== refunded);
    expect(kept).toEqual([['captured', dearer.pricing?.retail, 0]]);
  });
});

describe('OCTO through Adyen: without a session', () => {
  const raw = (holderName = 'Ada Byron', number = '4111111111111111') => ({
    cardPayment: {
      gateway: 'adyen',
      adyen: {
        paymentMethod: {
          type: 'scheme',
          number,
          expiryMonth: '03',
          expiryYear: '2030',
          cvc: '737',
          holderName,
        },
      },
    },
  });

  it('takes card details from a certified connection, and from no other', async () => {
    const held = await hold({});
    expect(refusal(await set.shop.confirm(held, raw()))).toMatchObject({
      error: 'BAD_REQUEST',
      errorMessage: 'Card details need a certified connection.',
    });
    expect((await set.sandbox.ledger()).charges).toEqual([]);
    const certified = set.shop.as({ key: OCTO_KEYS.certified });
    const own = await certified.hold('OC105', { adult: 1 });
    expect(refusal(await certified.confirm(own, raw('DECLINED')))).toMatchObject({ errorMessage: 'Refused' });
    // Nobody is there whom a bank could ask.
    expect(refusal(await certified.confirm(own, raw(undefined, '4212345678910006'))).error).toBe(
      'BAD_REQUEST',
    );
    expect(booking(await certified.confirm(own, raw())).status).toBe('CONFIRMED');
    const paid = (await charges()).filter(([, captured]) => captured !== 0);
    expect(paid).toEqual([['captured', own.pricing?.retail, 0]]);
  });

  it('makes no second payment while the first is undecided', async () => {
    const certified = set.shop.as({ key: OCTO_KEYS.certified });
    const held = await certified.hold('OC105', { adult: 1 });
    expect(refusal(await certified.confirm(held, raw('PENDING'))).error).toBe('PAYMENT_PENDING');
    expect(refusal(await certified.confirm(held, raw())).error).toBe('PAYMENT_PENDING');
    await set.sandbox.clock(6_000);
    expect(booking(await patiently(() => certified.confirm(held, raw('PENDING')))).status).toBe('CONFIRMED');
    expect(await charges()).toEqual([['captured', held.pricing?.retail, 0]]);
  });

  it('pays for more with the card that paid before, by its id', async () => {
    const held = await hold();
    const session = sessionOf(held);
    await set.page.pay(session);
    const paid = booking(await patiently(() => set.shop.confirm(held, by(session.id))));
    const cardId = paid.cardPayment?.reusableCards[0]?.id;
    await set.shop.call('PATCH', `/bookings/${held.uuid}`, oneMore(held));
    const again = (id: string | undefined) =>
      set.shop.confirm(held, { cardPayment: { gateway: 'adyen', cardId: id } });
    expect(refusal(await again('card_of_nobody')).error).toBe('INVALID_CARD_ID');
    expect(booking(await again(cardId)).cardPayment?.outstandingBalance).toBe(0);
    const rows = (await charges()).filter(([, captured]) => captured !== 0);
    expect(rows).toEqual([
      ['captured', held.pricing?.retail, 0],
      ['captured', held.pricing?.retail, 0],
    ]);
  });
});
