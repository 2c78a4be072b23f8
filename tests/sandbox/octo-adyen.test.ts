import { describe, expect, it } from 'vitest';
import { until } from '../support/until';
import { adyenOf, adyenSet, by, oneMore, patiently, RETURN, sessionOf } from './octo-adyen-set';
import { booking, CONTACT, order, refusal } from './octo-client';

const set = adyenSet();
const { hold, charges } = set;

describe('OCTO through Adyen: the session', () => {
  it('is there once the shop has said where to return, on a booking and on its order', async () => {
    const held = await hold({});
    expect(held).toMatchObject({ returnUrl: null, cardPayment: { gateway: 'adyen' } });
    expect(adyenOf(held).session).toBeNull();
    expect((await set.sandbox.ledger()).charges).toEqual([]);
    const told = booking(await set.shop.call('PATCH', `/bookings/${held.uuid}`, { returnUrl: RETURN }));
    const { id } = sessionOf(told);
    expect(sessionOf(await set.shop.booking(held.uuid)).id).toBe(id);
    expect(sessionOf(await set.shop.order(held.orderId ?? '')).id).toBe(id);
    expect(await set.page.setUp(sessionOf(told))).toBe(200);
  });

  it('comes with a returnUrl on POST, and by PATCH of an order', async () => {
    expect(sessionOf(await hold()).id).toMatch(/^CS/);
    const made = order(await set.shop.call('POST', '/orders', { currency: 'EUR', returnUrl: RETURN }));
    const joined = await hold({ orderId: made.id });
    expect(sessionOf(joined).id).toBe(sessionOf(await set.shop.order(made.id)).id);
    const bare = await hold({});
    const told = order(await set.shop.call('PATCH', `/orders/${bare.orderId}`, { returnUrl: RETURN }));
    expect(sessionOf(told).id).toMatch(/^CS/);
    expect(
      refusal(await set.shop.call('PATCH', `/orders/${bare.orderId}`, { returnUrl: 'shop' })).error,
    ).toBe('BAD_REQUEST');
  });

  it('is a new one for another amount or another address, never for a read', async () => {
    const held = await hold();
    const first = sessionOf(held).id;
    const dearer = booking(await set.shop.call('PATCH', `/bookings/${held.uuid}`, oneMore(held)));
    expect(sessionOf(dearer).id).not.toBe(first);
    const moved = booking(
      await set.shop.call('PATCH', `/bookings/${held.uuid}`, { returnUrl: `${RETURN}?again` }),
    );
    expect(sessionOf(moved).id).not.toBe(sessionOf(dearer).id);
    expect(sessionOf(await set.shop.booking(held.uuid)).id).toBe(sessionOf(moved).id);
  });

  it('is none where nothing is due', async () => {
    await set.sandbox.action('octo', 'gateway', 'OC110', { gateway: 'adyen' });
    const held = await set.shop.hold('OC110', { other: 1 }, { returnUrl: RETURN });
    expect(held.cardPayment).toMatchObject({ gateway: 'adyen', outstandingBalance: 0, adyen: {} });
    expect(booking(await set.shop.confirm(held)).status).toBe('CONFIRMED');
    expect((await set.sandbox.ledger()).charges).toEqual([]);
  });

  it('lapses, is refused, and is followed by another', async () => {
    const held = await hold({ returnUrl: RETURN, expirationMinutes: 120 });
    const { id } = sessionOf(held);
    await set.sandbox.clock(61 * 60_000);
    expect(refusal(await set.shop.confirm(held, by(id)))).toMatchObject({
      error: 'BAD_REQUEST',
      errorMessage: 'The payment session has expired.',
    });
    const fresh = sessionOf(await set.shop.booking(held.uuid));
    expect(fresh.id).not.toBe(id);
    await set.page.pay(fresh);
    expect(booking(await patiently(() => set.shop.confirm(held, by(fresh.id)))).status).toBe('CONFIRMED');
  });
});

describe('OCTO through Adyen: confirming', () => {
  it('answers PAYMENT_PENDING until Adyen’s webhook has come, and then books what was captured', async () => {
    await set.sandbox.action('adyen', 'hold-webhooks', 'all');
    const held = await hold();
    const session = sessionOf(held);
    expect(refusal(await set.shop.confirm(held, by(session.id)))).toMatchObject({
      status: 400,
      error: 'PAYMENT_PENDING',
    });
    expect((await set.page.pay(session)).resultCode).toBe('Authorised');
    expect(refusal(await set.shop.confirm(held, by(session.id))).error).toBe('PAYMENT_PENDING');
    expect((await set.shop.booking(held.uuid)).status).toBe('ON_HOLD');
    await set.sandbox.action('adyen', 'send-webhooks', 'all');
    const done = booking(await patiently(() => set.shop.confirm(held, by(session.id))));
    expect(done).toMatchObject({
      status: 'CONFIRMED',
      cardPayment: {
        outstandingBalance: 0,
        reusableCards: [{ brand: 'visa', last4: '1111', bin: '411111' }],
      },
    });
    expect((await set.sandbox.ledger()).charges).toMatchObject([
      { group: held.uuid, status: 'captured', captured: held.pricing?.retail, refunded: 0 },
    ]);
    // Asked once more, and told once more by Adyen: nothing changes.
    await set.sandbox.action('adyen', 'duplicate-webhook', session.id);
    expect(booking(await set.shop.confirm(held, by(session.id))).utcConfirmedAt).toBe(done.utcConfirmedAt);
    expect(await charges()).toHaveLength(1);
  });

  it('need not wait where the browser’s proof is sent along', async () => {
    await set.sandbox.action('adyen', 'hold-webhooks', 'all');
    const held = await hold();
    const session = sessionOf(held);
    const { sessionResult } = await set.page.pay(session);
    expect(booking(await set.shop.confirm(held, by(session.id, { sessionResult }))).status).toBe('CONFIRMED');
    await set.sandbox.action('adyen', 'send-webhooks', 'all');
    const later = await until(
      () => set.shop.booking(held.uuid),
      ({ cardPayment }) => cardPayment?.reusableCards.length === 1,
    );
    expect(later.status).toBe('CONFIRMED');
    expect(await charges()).toEqual([['captured', held.pricing?.retail, 0]]);
  });

  it('says why a card was refused, and has a new session for the next', async () => {
    const held = await hold();
    const session = sessionOf(held);
    expect((await set.page.pay(session, undefined, 'NOT_ENOUGH_BALANCE')).resultCode).toBe('Refused');
    expect(refusal(await patiently(() => set.shop.confirm(held, by(session.id))))).toEqual({
      status: 400,
      error: 'BAD_REQUEST',
      errorMessage: 'Not enough balance',
    });
    const again = await set.shop.booking(held.uuid);
    expect(again.status).toBe('ON_HOLD');
    const next = sessionOf(again);
    expect(next.id).not.toBe(session.id);
    await set.page.pay(next);
    expect(booking(await patiently(() => set.shop.confirm(held, by(next.id)))).status).toBe('CONFIRMED');
    const { charges: rows } = await set.sandbox.ledger();
    expect(rows.map(({ captured, declines }) => [captured, declines])).toEqual([
      [0, ['Not enough balance']],
      [held.pricing?.retail, []],
    ]);
  });

  it('believes Adyen where browser and Adyen disagree', async () => {
    const held = await hold();
    const session = sessionOf(held);
    const refused = await set.page.pay(session, undefined, 'DECLINED');
    // The browser says that it failed, and pays in the same session all the same.
    await set.page.pay(session);
    const claim = by(session.id, { sessionResult: refused.sessionResult });
    expect(refusal(await set.shop.confirm(held, claim)).errorMessage).toBe('Refused');
    // Adyen's own word comes, and the session that is paid is the one to confirm: nobody is asked to pay again.
    await until(charges, ([row]) => row?.[0] === 'captured');
    const done = () => set.shop.confirm(held, by(session.id));
    expect((await until(done, ({ status }) => status === 200)).status).toBe(200);
    expect(await charges()).toEqual([['captured', held.pricing?.retail, 0]]);
    // Another's session, a made-up proof and somebody else's proof are nothing.
    const other = await hold();
    const theirs = sessionOf(other);
    for (const cardPayment of [
      by(session.id, { sessionResult: refused.sessionResult }),
      by(theirs.id, { sessionResult: 'Ab02b4c0!forged' }),
      by(theirs.id, { sessionResult: refused.sessionResult }),
    ])
      expect(refusal(await set.shop.confirm(other, cardPayment)).error).toBe('BAD_REQUEST');
    expect((await set.shop.booking(other.uuid)).status).toBe('ON_HOLD');
    expect((await set.sandbox.ledger()).bookings).toHaveLength(1);
  });

  it('waits for an acquirer that is slow, whatever the proof says', async () => {
    const held = await hold();
    const session = sessionOf(held);
    const { resultCode, sessionResult } = await set.page.pay(session, undefined, 'PENDING');
    expect(resultCode).toBe('Received');
    expect(refusal(await set.shop.confirm(held, by(session.id, { sessionResult }))).error).toBe(
      'PAYMENT_PENDING',
    );
    await set.sandbox.clock(6_000);
    expect(booking(await patiently(() => set.shop.confirm(held, by(session.id)))).status).toBe('CONFIRMED');
  });

  it.each([
    ['right', 'password', 'Authorised', 200],
    ['wrong', 'sesame', 'Refused', 400],
  ])('follows what the bank was told: %s', async (_what, word, resultCode, status) => {
    const held = await hold();
    const session = sessionOf(held);
    const asked = await set.page.pay(session, '4212345678901237');
    expect(asked.resultCode).toBe('RedirectShopper');
    expect(refusal(await set.shop.confirm(held, by(session.id))).error).toBe('PAYMENT_PENDING');
    expect((await set.page.atBank(session, asked, word)).resultCode).toBe(resultCode);
    expect((await patiently(() => set.shop.confirm(held, by(session.id)))).status).toBe(status);
  });

  it('pays a whole order at once', async () => {
    const made = order(await set.shop.call('POST', '/orders', { currency: 'EUR', returnUrl: RETURN }));
    const one = await hold({ orderId: made.id });
    await hold({ orderId: made.id });
    const held = await set.shop.order(made.id);
    const session = sessionOf(held);
    await set.page.pay(session);
    const confirm = () =>
      set.shop.call('POST', `/orders/${made.id}/confirm`, { contact: CONTACT, ...by(session.id) });
    const done = order(await patiently(confirm));
    expect(done.bookings.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED']);
    // The session of the first booking alone was left as it was.
    const { charges: rows } = await set.sandbox.ledger();
    expect(rows.map(({ group, captured }) => [group, captured])).toEqual([
      [one.uuid, 0],
      [one.uuid, held.pricing?.retail],
    ]);
  });
});
