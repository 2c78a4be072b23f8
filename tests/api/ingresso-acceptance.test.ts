import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ladderOf } from '@/components/checkout/ladder';
import { rungAt } from '@/components/checkout/poll-schedule';
import type { CheckoutView } from '@/lib/api/schemas/checkout';
import type { JsonObject } from '@/lib/checkout/json';
import type { Line } from '@/lib/checkout/model';
import checkoutWords from '@/messages/en/checkout.json';
import { payers } from '../contract/payers';
import { type Choice, CUSTOMER, held, requestOf, shop as supplierAlone } from '../suppliers/ingresso-shop';
import { type Api, apiOf } from '../support/api';
import { JumpClock } from '../support/jump-clock';
import { type Shop, shopOn } from '../support/shop';
import { onStage, sandbox, store } from '../support/stage-set';
import { until } from '../support/until';

vi.mock('@/lib/foyer', () => import('./support/current'));

/**
 * What Ingresso tries before it lets a partner go live, through the shop's own API: what the answers say is what the
 * pages show. The sandbox has the demo system's events, seats and days, and misbehaves like it.
 */

const STRIPE = 'ingresso.stripe';
const CREDIT = 'ingresso.credit:invoice';

let clock: JumpClock;
let shop: Shop;
let api: Api;
onStage('acceptance');
beforeEach(() => {
  clock = new JumpClock(0, (offsetMs) => sandbox.clock(offsetMs));
  const place = { basePort: sandbox.running.ports.control, store, clock, owner: 'acceptance' };
  shop = shopOn({ ...place, env: { COLLECTORS: 'invoice' } });
  api = apiOf(shop, store, 'ingresso');
});
afterEach(() => shop.heart.door.drained(5000));

const linesFor = async (choices: readonly Choice[]): Promise<readonly Line[]> => {
  const supplier = shop.deps.suppliers.get('ingresso');
  if (!supplier) throw new Error('Ingresso is not switched on');
  return (await requestOf(supplier, choices)).lines;
};

/** Holds, and expects it to work. */
const holds = async (choices: readonly Choice[], delivery: JsonObject = {}): Promise<CheckoutView> => {
  const { status, body } = await api.hold(await linesFor(choices), delivery);
  expect([status, body.tickets]).toEqual([201, 'held']);
  return body;
};

/** Details, and payment by card, one token a bundle. */
const buys = async ({ id }: CheckoutView, customer: JsonObject = CUSTOMER, option = STRIPE) => {
  await api.details(id, customer);
  await api.pay(id, option);
  const asked = await api.poll(id, ({ next }) => next.action !== 'wait');
  const step = asked.attempt?.step;
  if (step?.kind !== 'pay') return asked;
  const params = step.params as Parameters<NonNullable<(typeof payers)['stripe-token']>>[1];
  const tokens = await payers['stripe-token']?.((provider) => sandbox.origin(provider), params, 'good');
  await api.result(asked, tokens ?? null);
  return api.poll(id, ({ next }) => next.action !== 'wait');
};

const calls = async (path: RegExp) =>
  (await sandbox.ledger()).calls.filter((call) => path.test(call.path)).map(({ path: at }) => at);
const charged = async () =>
  (await sandbox.ledger()).charges.reduce((sum, { captured, refunded }) => sum + captured - refunded, 0);

describe('prices and dates', () => {
  it('7AB in STALLS A: £55.00, shown as £50.00 and a fee of £5.00 before anything is paid', async () => {
    const { performances } = await api.event('7AB');
    const offers = await api.offers('7AB', performances[0]?.date);
    const type = offers[0]?.ticketTypes[0];
    expect([type?.price.amount, type?.fee?.amount]).toEqual([5500, 500]);
    const lines = await linesFor([{ event: '7AB', seats: ['A4'] }]);
    const quoted = await api.quote(lines);
    const seen = await holds([{ event: '7AB', seats: ['A4'] }]);
    for (const { items, totals } of [quoted, seen]) {
      expect([items[0]?.price.amount, items[0]?.fee.amount]).toEqual([5000, 500]);
      expect(totals).toMatchObject([{ currency: 'GBP', items: 5000, fees: 500, delivery: 0, due: 5500 }]);
    }
  });

  it('two dates of 7AB go into one order, and are booked together', async () => {
    const seen = await holds([
      { event: '7AB', time: '15:00', seats: ['C3'] },
      { event: '7AB', time: '19:30', seats: ['C4'] },
    ]);
    expect(new Set(seen.items.map(({ startsAt }) => startsAt)).size).toBe(2);
    const end = await buys(seen);
    expect(end.tickets).toBe('booked');
    expect(end.items.map(({ reference }) => reference?.slice(0, 9))).toEqual(['PURCHASE-', 'PURCHASE-']);
    expect(await charged()).toBe(9000);
  });

  it('1D7B8 asks for no date and shows none', async () => {
    expect((await api.event('1D7B8')).performances).toEqual([]);
    const [offer] = await api.offers('1D7B8');
    expect(offer?.startsAt).toBeUndefined();
    const seen = await holds([{ event: '1D7B8', quantity: 2 }]);
    expect(seen.items[0]).not.toHaveProperty('startsAt');
    const end = await buys(seen);
    expect(end.tickets).toBe('booked');
    expect(end.items[0]).not.toHaveProperty('startsAt');
  });
});

describe('6IF', () => {
  it('three seats of 6IF, best available, in one price band', async () => {
    const seen = await holds([
      {
        event: '6IF',
        band: 'Upper circle, C',
        tickets: [
          { type: 'ADULT', quantity: 1 },
          { type: 'CHILD', quantity: 2 },
        ],
      },
    ]);
    expect(seen.items[0]?.seats).toHaveLength(3);
    expect(seen.totals).toMatchObject([{ items: 5100, fees: 1000, delivery: 150, due: 6250 }]);
    const end = await buys(seen);
    expect(end.items[0]).toMatchObject({
      status: 'booked',
      reference: expect.stringMatching(/^PURCHASE-/),
      seats: seen.items[0]?.seats,
      instructions: expect.stringContaining('box office'),
    });
    expect(await charged()).toBe(6250);
  });
});

describe('seats', () => {
  it('H10 cannot be reserved: said in the supplier’s words, and that nothing was charged', async () => {
    const lines = await linesFor([{ event: '7AB', seats: ['H10'] }]);
    const { status, body } = await api.hold(lines);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'nothing_held',
      detail: expect.stringContaining('Nothing was charged'),
      safeToRetry: true,
    });
    expect(JSON.stringify(body)).toContain('Seat H10 causes failure.');
    expect((await sandbox.ledger()).charges).toEqual([]);
  });

  it('D7 brings other seats: shown, and nothing can be paid before they are accepted', async () => {
    const seen = await holds([{ event: '7AB', seats: ['D6', 'D7'] }]);
    expect(seen.next.action).toBe('review');
    expect(seen.changes).toMatchObject([
      { kind: 'seats', text: expect.stringContaining('instead of D6, D7') },
    ]);
    for (const seat of seen.items[0]?.seats ?? []) expect(seen.changes[0]?.text).toContain(seat);
    await api.details(seen.id, CUSTOMER);
    const early = await api.pay(seen.id, STRIPE);
    expect([early.status, early.body]).toMatchObject([409, { code: 'changes_unaccepted' }]);
    await api.accept(await api.read(seen.id));
    const end = await buys(seen);
    expect(end.items[0]).toMatchObject({ status: 'booked', seats: seen.items[0]?.seats });
  });

  it('a Thursday of 6IE has restricted views, said before it is paid', async () => {
    const seen = await holds([{ event: '6IE', weekday: 4, quantity: 3 }]);
    const [, second, third] = seen.items[0]?.seats ?? [];
    expect(seen.items[0]?.notices).toContain(`Restricted view: ${second}, ${third}.`);
    expect(seen.next.action).toBe('details');
  });

  it('C6 of 7AB is haunted: on the map, in the order, and on the ticket', async () => {
    const { performances } = await api.event('7AB');
    const offers = await api.offers('7AB', performances[0]?.date);
    const seat = offers.flatMap(({ seats }) => seats ?? []).find(({ id }) => id === 'C6');
    expect(seat).toMatchObject({ restricted: true, notice: 'Haunted seat' });
    const seen = await holds([{ event: '7AB', seats: ['C6'] }]);
    expect(seen.items[0]?.notices).toContain('C6: Haunted seat');
    expect((await buys(seen)).items[0]?.notices).toContain('C6: Haunted seat');
  });
});

describe('failures', () => {
  const failing = {
    customer: {
      ...CUSTOMER.customer,
      addressLineOne: '1 Street',
      addressLineTwo: 'fail part one',
      country: 'uk',
    },
  };

  it('“fail part one”: the seats are lost and said to be, held anew, and other seats are shown', async () => {
    const seen = await holds([{ event: '6IE', weekday: 3, quantity: 2 }]);
    const failed = await buys(seen, failing);
    expect(failed.next.action).toBe('hold_again');
    expect(failed.message).toMatchObject({ code: 'lost_booking', safeToPay: true });
    expect(await charged()).toBe(0);
    // Somebody else is quicker.
    const seats = seen.items[0]?.seats;
    const other = await held(supplierAlone(sandbox), [{ event: '6IE', weekday: 3, quantity: 2 }]);
    expect(other.items[0]?.seats).toEqual(seats);
    const again = await api.holdAgain(seen.id);
    expect(again.body.items[0]?.seats).not.toEqual(seats);
    expect(again.body.next.action).toBe('review');
    expect(again.body.changes).toMatchObject([
      { kind: 'seats', text: expect.stringContaining(`instead of ${seats?.join(', ')}`) },
    ]);
    expect(again.body.details.values).toEqual(failing);
    await api.accept(again.body);
    expect((await buys(seen)).tickets).toBe('booked');
  });

  it('who goes back lets go before anything is reserved anew', async () => {
    const { id } = await holds([{ event: '7AB', seats: ['C3', 'C4'] }]);
    await api.release(id);
    await api.poll(id, ({ tickets }) => tickets === 'released');
    const again = await holds([{ event: '7AB', seats: ['C3', 'C4'] }]);
    expect(again.changes).toEqual([]);
    expect(await calls(/reserve|release/)).toEqual(['/f13/reserve.v1', '/f13/release.v1', '/f13/reserve.v1']);
  });
});

describe('after paying', () => {
  it('7AA has an eTicket, which opens for its owner only', async () => {
    const end = await buys(await holds([{ event: '7AA', quantity: 2 }]));
    const [voucher] = end.items[0]?.vouchers ?? [];
    expect(voucher).toMatchObject({ kind: 'link' });
    const opened = await api.voucher(end.id, voucher?.id ?? '');
    expect(opened.status).toBe(303);
    const page = await fetch(opened.headers.get('location') ?? '');
    expect(await page.text()).toContain(end.items[0]?.reference);
    const stranger = apiOf(shop, store, 'ingresso');
    expect((await stranger.voucher(end.id, voucher?.id ?? '')).status).toBe(404);
  });

  it('a purchase of two minutes: waited for, told after half of one, booked once', async () => {
    const { id } = await holds([{ event: 'SC22' }]);
    await api.details(id, CUSTOMER);
    const asked = await api.pay(id, CREDIT);
    expect(asked.status).toBe(202);
    const booking = async () => (await sandbox.ledger()).bookings.length > 0;
    await until(booking, (begun) => begun);
    for (const seconds of [31, 30, 30]) {
      await clock.jump(seconds * 1000);
      const now = await api.read(id);
      expect([now.next.action, now.message.safeToPay]).toEqual(['wait', false]);
    }
    const { ladder } = checkoutWords.waiting;
    expect(rungAt(ladderOf(checkoutWords.waiting.status, ladder), 30_000)).toBe(ladder[30]);
    await clock.jump(30_000);
    const end = await api.poll(id, ({ next }) => next.action !== 'wait');
    expect([end.tickets, end.money.state]).toEqual(['booked', 'captured']);
    expect(await calls(/purchase\.v1/)).toHaveLength(1);
  });
});
