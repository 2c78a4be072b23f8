import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OCTO_SPREEDLY } from '@/sandbox/core/secrets';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { booking, OctoShop, refusal } from './octo-client';
import type { WireBooking } from './octo-wire';
import { keepCard } from './spreedly-vault';

let sandbox: TestSandbox;
let shop: OctoShop;

beforeAll(async () => {
  sandbox = await testSandbox();
  shop = new OctoShop(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const part = z.object({
  env: z.string(),
  nonce: z.string().optional(),
  timestamp: z.string().optional(),
  certificateToken: z.string().optional(),
  signature: z.string().optional(),
});

const formOf = ({ cardPayment }: Pick<WireBooking, 'cardPayment'>) => part.parse(cardPayment?.spreedly);
const by = (token: string) => ({ cardPayment: { gateway: 'spreedly', spreedly: { token } } });
const hold = () => shop.hold('OC106', { other: 2 });
const charges = async () =>
  (await sandbox.ledger()).charges.map(({ status, captured, refunded }) => [status, captured, refunded]);

describe('OCTO through Spreedly', () => {
  it('authorises and captures with the token of a card', async () => {
    const held = await hold();
    expect(held.cardPayment).toMatchObject({
      gateway: 'spreedly',
      spreedly: { env: OCTO_SPREEDLY.environment },
    });
    expect(formOf(held)).toEqual({ env: OCTO_SPREEDLY.environment });
    const { token } = await keepCard(sandbox, formOf(held));
    const done = booking(await shop.confirm(held, by(token)));
    expect(done).toMatchObject({
      status: 'CONFIRMED',
      cardPayment: {
        outstandingBalance: 0,
        reusableCards: [{ brand: 'visa', bin: '411111', last4: '1111' }],
      },
    });
    expect((await sandbox.ledger()).charges).toMatchObject([
      { provider: 'spreedly', group: held.uuid, status: 'captured', captured: held.pricing?.retail },
    ]);
    expect(booking(await shop.confirm(held, by(token))).utcConfirmedAt).toBe(done.utcConfirmedAt);
    expect(await charges()).toHaveLength(1);
  });

  it('takes a token once, whoever brings it', async () => {
    const held = await hold();
    const other = await hold();
    const { token } = await keepCard(sandbox, formOf(held));
    const answers = await Promise.all([shop.confirm(held, by(token)), shop.confirm(other, by(token))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect(await charges()).toEqual([['captured', held.pricing?.retail, 0]]);
  });

  it('says why a card was refused, keeps the hold, and takes another', async () => {
    const held = await hold();
    const bad = await keepCard(sandbox, formOf(held), '4012888888881881');
    expect(refusal(await shop.confirm(held, by(bad.token)))).toEqual({
      status: 400,
      error: 'BAD_REQUEST',
      errorMessage: 'Unable to process the purchase transaction.',
    });
    const again = await shop.booking(held.uuid);
    expect(again.status).toBe('ON_HOLD');
    const good = await keepCard(sandbox, formOf(again), '5555555555554444');
    expect(booking(await shop.confirm(held, by(good.token))).status).toBe('CONFIRMED');
    expect(await charges()).toEqual([
      ['failed', 0, 0],
      ['captured', held.pricing?.retail, 0],
    ]);
  });

  it('refuses what is no token, and a token that Spreedly does not know', async () => {
    const held = await hold();
    const missing = 'cardPayment.spreedly must name the token of the card.';
    for (const token of ['', '4111111111111111', 'short'])
      expect(refusal(await shop.confirm(held, by(token))).errorMessage).toBe(missing);
    const bare = { cardPayment: { gateway: 'spreedly' } };
    expect(refusal(await shop.confirm(held, bare)).errorMessage).toBe(missing);
    const unknown = await shop.confirm(held, by('A'.repeat(26)));
    expect(refusal(unknown).errorMessage).toMatch(/no payment method/);
    expect(await charges()).toEqual([]);
  });

  it('lets the money go when the tickets are gone', async () => {
    await sandbox.action('octo', 'fail-confirm', 'OC106');
    const held = await hold();
    const { token } = await keepCard(sandbox, formOf(held));
    expect(refusal(await shop.confirm(held, by(token))).error).toBe('UNPROCESSABLE_ENTITY');
    expect(await charges()).toEqual([['cancelled', 0, 0]]);
  });

  it('signs each look anew where the product asks for it, and each signature keeps one card', async () => {
    const held = await shop.hold('OC913');
    const first = formOf(held);
    expect(first).toMatchObject({ env: OCTO_SPREEDLY.signedEnvironment, signature: expect.any(String) });
    expect((await keepCard(sandbox, { env: first.env })).status).toBe(403);
    const bad = await keepCard(sandbox, first, '4012888888881881');
    expect(refusal(await shop.confirm(held, by(bad.token))).error).toBe('BAD_REQUEST');
    expect((await keepCard(sandbox, first)).status).toBe(403);
    const next = formOf(await shop.booking(held.uuid));
    expect(next.nonce).not.toBe(first.nonce);
    expect(next.certificateToken).toBe(first.certificateToken);
    const { token } = await keepCard(sandbox, next);
    const done = booking(await shop.confirm(held, by(token)));
    expect(done.status).toBe('CONFIRMED');
    expect(formOf(done)).toEqual({ env: OCTO_SPREEDLY.signedEnvironment });
  });

  it('pays for more with the card that paid before, by its id, and gives all of it back', async () => {
    const held = await shop.hold('OC913');
    const { token } = await keepCard(sandbox, formOf(held));
    const paid = booking(await shop.confirm(held, by(token)));
    const cardId = paid.cardPayment?.reusableCards[0]?.id;
    const unitItems = [
      ...held.unitItems.map(({ uuid, unitId }) => ({ uuid, unitId })),
      { unitId: 'OC913-adult' },
    ];
    await shop.call('PATCH', `/bookings/${held.uuid}`, { unitItems });
    const again = (id: string | undefined) =>
      shop.confirm(held, { cardPayment: { gateway: 'spreedly', cardId: id } });
    expect(refusal(await again('card_of_nobody')).error).toBe('INVALID_CARD_ID');
    expect(refusal(await shop.confirm(held, by(token))).errorMessage).toBe('The token was used before.');
    expect(booking(await again(cardId)).cardPayment).toMatchObject({ outstandingBalance: 0, paid: 4000 });
    booking(await shop.call('POST', `/bookings/${held.uuid}/cancel`, {}));
    expect(await charges()).toEqual([
      ['captured', 2000, 2000],
      ['captured', 2000, 2000],
    ]);
  });
});
