import { describe, expect, it } from 'vitest';
import { context } from './musement-shop';
import { musement, type Paying, till } from './musement-till';

/** What becomes of an order once it is paid: cancelled, given up by the venue, its vouchers. */

const { onward, begun, settled, pass } = till();

describe('afterwards', () => {
  const bought = async (event: string) => onward(await begun(event));
  const item = (paying: Paying, status: 'booked' | 'held') => ({
    ...paying.checkout,
    items: paying.checkout.items.map((one) => ({ ...one, status })),
  });

  it('an operator cancels by the refund policy, and the money goes back', async () => {
    const paying = await bought('0101');
    await settled(paying);
    const result = await musement.cancel?.(context(), item(paying, 'booked'), ['i1']);
    expect(result).toMatchObject({
      kind: 'cancelled',
      items: ['i1'],
      policy: expect.stringMatching(/^i1: 100 % until .* 50 %/),
      money: [{ captured: 1800 }],
    });
    const after = await settled({ ...paying, checkout: item(paying, 'booked') });
    expect(after).toMatchObject({
      items: [{ status: 'cancelled' }],
      money: [{ captured: 1800, refundDue: expect.any(Number) }],
    });
  });

  it('what cannot be cancelled is refused, and nothing happens', async () => {
    const paying = await bought('0108');
    await settled(paying);
    const result = await musement.cancel?.(context(), item(paying, 'booked'), ['i1']);
    expect(result).toEqual({ kind: 'refused', code: 'not_cancellable' });
  });

  it('a venue that gives up is told by a notice, which only names the checkout', async () => {
    const paying = await bought('0906');
    await settled(paying);
    await pass(20_000);
    const { order } = paying.checkout.memo;
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    const hear = (authorization: string | null, body: string) =>
      musement.notices?.(context(), { authorization, body });
    const good = basic('musement:musement_webhook_sandbox_secret');
    const body = JSON.stringify({ order_uuid: order, order_item_status: 'OK' });
    expect(await hear(good, body)).toEqual({ kind: 'about', checkoutId: 'c1' });
    for (const forged of [null, '', basic('musement:'), basic('musement:wrong'), `${good} `, 'Bearer x'])
      expect(await hear(forged, body)).toEqual({ kind: 'forged' });
    for (const nothing of ['', '[]', '{"order_uuid":7}', '{"order_uuid":"unknown"}'])
      expect(await hear(good, nothing)).toEqual({ kind: 'nothing' });
    const after = await settled({ ...paying, checkout: item(paying, 'booked') });
    expect(after.items).toMatchObject([{ status: 'cancelled', text: expect.stringContaining('closed') }]);
  });

  it('hands out vouchers as documents', async () => {
    const [one] = (await settled(await bought('0101'))).items;
    const voucher = one?.vouchers?.[0];
    const file = voucher && (await musement.document?.(context(), voucher));
    expect(file).toMatchObject({ ok: true, value: { contentType: 'application/pdf' } });
    const elsewhere = voucher && { ...voucher, url: 'http://127.0.0.1:9/x.pdf' };
    expect(elsewhere && (await musement.document?.(context(), elsewhere))).toEqual({
      ok: false,
      code: 'not_found',
    });
  });
});
