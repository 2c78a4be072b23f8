import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Offer } from '@/lib/checkout/catalogue';
import type { Line } from '@/lib/checkout/model';
import type { Supplier } from '@/lib/checkout/supplier';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { context } from '../support/supplier-desk';
import { held, lineOf, requestOf, shop } from './ingresso-shop';

/** From events to a hold: what a customer sees before they pay. */

let sandbox: TestSandbox;
let supplier: Supplier;
beforeAll(async () => {
  sandbox = await testSandbox();
  supplier = shop(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const offersAt = async (
  event: string,
  choice: { weekday?: number; time?: string } = {},
): Promise<readonly Offer[]> => {
  const detail = await supplier.event(context(), event, 'en-GB');
  const dates = detail.ok ? detail.value.performances.map(({ date }) => date) : [];
  const date = dates.find((one) => {
    const day = new Date(`${one}:00Z`).getUTCDay();
    return (choice.weekday === undefined || day === choice.weekday) && one.endsWith(choice.time ?? '');
  });
  const answer = await supplier.offers?.(context(), event, date ?? null);
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  return answer.value.offers;
};

describe('events', () => {
  it('are listed in pages, searched, and shown with their dates', async () => {
    const first = await supplier.events(context(), { text: '', page: 1, locale: 'en-GB' });
    expect(first).toMatchObject({ ok: true, value: { page: 1 } });
    const found = await supplier.events(context(), { text: 'nutcracker', page: 1, locale: 'en-GB' });
    expect(found.ok && found.value.events.map(({ id }) => id)).toEqual(['6IF']);
    expect(found.ok && found.value.events[0]).toMatchObject({
      city: 'London',
      from: { currency: 'GBP', exponent: 2 },
    });
    const event = await supplier.event(context(), '6IF', 'en-GB');
    if (!event.ok) throw new Error(event.code);
    expect(event.value.performances[0]).toMatchObject({ timeZone: 'Europe/London' });
    expect(event.value.performances.every(({ date }) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(date))).toBe(
      true,
    );
  });

  it('that nobody knows are not found, and garbage is not even sent', async () => {
    for (const id of ['ZZZ9', '../6IF', '6IF,6IE', '']) {
      expect(await supplier.event(context(), id, 'en-GB')).toEqual({ ok: false, code: 'not_found' });
      expect(await supplier.offers?.(context(), id, null)).toMatchObject({ ok: false });
    }
    expect(await supplier.offers?.(context(), '6IF', 'tomorrow')).toEqual({ ok: false, code: 'not_found' });
  });
});

describe('offers', () => {
  it('of one performance, of a day with each one’s time, and of the next', async () => {
    const line = await lineOf(supplier, { event: '6IF', weekday: 3, time: '14:30' });
    const detail = await supplier.event(context(), '6IF', 'en-GB');
    const date = detail.ok ? (detail.value.performances[3]?.date ?? '') : '';
    const one = await supplier.offers?.(context(), '6IF', date);
    const day = await supplier.offers?.(context(), '6IF', date.slice(0, 10));
    const starts = new Set(day?.ok ? day.value.offers.map(({ startsAt }) => startsAt) : []);
    expect(one?.ok && new Set(one.value.offers.map(({ startsAt }) => startsAt)).size).toBe(1);
    expect(starts.size).toBe(2);
    expect((await supplier.offers?.(context(), '6IF', null))?.ok).toBe(true);
    expect(line.offer).toMatch(/^6IF-\w+\|CIRCLE\|A\/pool$/);
  });

  it('show £55.00 as £50.00 and a fee of £5.00, with discounts where there are some', async () => {
    const [stalls] = await offersAt('7AB');
    expect(stalls?.ticketTypes[0]).toMatchObject({ price: { amount: 5500 }, fee: { amount: 500 } });
    const [circle] = await offersAt('6IF', { weekday: 3, time: '14:30' });
    expect(circle?.ticketTypes.map(({ type }) => type)).toEqual(['ADULT', 'CHILD', 'STUDENT', 'OAP']);
    const [cheaper] = await offersAt('8QR');
    expect(cheaper?.ticketTypes[0]?.before?.amount).toBeGreaterThan(
      cheaper?.ticketTypes[0]?.price.amount ?? 0,
    );
  });

  it('have seats where they can be chosen, with what must be read about them', async () => {
    const offers = await offersAt('7AB');
    const seat = (id: string) => offers.flatMap(({ seats }) => seats ?? []).find((one) => one.id === id);
    expect(seat('C6')).toMatchObject({ restricted: true, notice: 'Haunted seat', row: 'C' });
    expect(seat('A6')).toMatchObject({ notice: 'Great seat' });
    expect(offers[0]).toMatchObject({ adjacent: false, noSingles: false });
    expect((await offersAt('7AA'))[0]).toMatchObject({ adjacent: true, noSingles: true });
    expect((await offersAt('6IF', { weekday: 3 }))[0]?.seats).toBeUndefined();
  });

  it('are empty on Saturday nights, one ticket for 6KF, and undated for 1D7B8', async () => {
    expect(await offersAt('6IF', { weekday: 6, time: '19:30' })).toEqual([]);
    expect((await offersAt('6KF'))[0]?.quantities).toEqual([1]);
    const [undated] = await offersAt('1D7B8');
    expect(undated?.startsAt).toBeUndefined();
    expect(undated?.ticketTypes.length).toBe(1);
  });

  it('are unknown, not sold out, while a ticketing system is down', async () => {
    const detail = await supplier.event(context(), 'SC34', 'en-GB');
    const date = detail.ok ? (detail.value.performances[0]?.date ?? null) : null;
    expect(await supplier.offers?.(context(), 'SC34', date)).toEqual({ ok: false, code: 'unavailable' });
  });
});

describe('a basket', () => {
  it('of several bundles is priced with fees and delivery beside each other', async () => {
    const request = await requestOf(supplier, [
      {
        event: '6IF',
        band: 'Upper circle, C',
        tickets: [
          { type: 'ADULT', quantity: 1 },
          { type: 'CHILD', quantity: 2 },
        ],
      },
      { event: '7AB', seats: ['C3', 'C4'] },
    ]);
    const quote = await supplier.quote(context(), request);
    if (!quote.ok) throw new Error(JSON.stringify(quote));
    expect(quote.value.totals).toEqual([
      {
        currency: 'GBP',
        exponent: 2,
        items: 5100 + 8000,
        fees: 1000 + 1000,
        delivery: 150,
        discount: 0,
        due: 15_250,
      },
    ]);
    expect(
      quote.value.delivery.map(({ group, chosen, choices }) => [
        group,
        chosen,
        choices.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['ext_test0', 'COBO', ['collect', 'post']],
      ['ext_test1', 'VOUCH', ['self_print']],
    ]);
    const post = quote.value.delivery[0]?.choices[1];
    expect(post).toMatchObject({ price: { amount: 350 }, countries: ['United Kingdom', 'Ireland'] });
  });

  it('says what was thrown out of it, and why', async () => {
    const one = await lineOf(supplier, { event: '6IF', weekday: 3, time: '14:30' });
    const other = { ...one, offer: one.offer.replace('CIRCLE|A', 'CIRCLE|B') };
    const same = await supplier.quote(context(), { kind: 'lines', lines: [one, other], delivery: {} });
    expect(same.ok && same.value.discarded).toMatchObject([
      { item: one.offer, text: expect.stringContaining('same performance') },
    ]);
    const euros = await requestOf(supplier, [{ event: '6IF' }, { event: 'B11' }]);
    const mixed = await supplier.quote(context(), euros);
    expect(mixed.ok && mixed.value.discarded).toMatchObject([
      { text: expect.stringContaining('another currency') },
    ]);
  });

  it('never has other kinds of ticket in it than were asked for', async () => {
    const line = await lineOf(supplier, { event: '6IF', band: 'Upper circle, A' });
    const four = ['ADULT', 'CHILD', 'STUDENT', 'OAP'].map((type) => ({ type, quantity: 1 }));
    const asked = (tickets: Line['tickets'], more: readonly Line[] = []) =>
      supplier.quote(context(), { kind: 'lines', lines: [{ ...line, tickets }, ...more], delivery: {} });
    const three = await asked(four.slice(0, 3));
    expect(three.ok && three.value.items[0]?.tickets.map(({ type }) => type)).toEqual([
      'ADULT',
      'CHILD',
      'STUDENT',
    ]);
    const text = expect.stringContaining('Choose fewer kinds.');
    const refusal = { code: 'invalid_selection', item: line.offer, text };
    expect(await asked(four)).toMatchObject({ ok: false, refusals: [refusal] });
    // A kind that the band does not know is one of those.
    expect(await asked([{ type: 'PENSIONER', quantity: 2 }])).toMatchObject({
      ok: false,
      refusals: [refusal],
    });
    const other = await lineOf(supplier, { event: '7AB' });
    const part = await asked(four, [other]);
    expect(part.ok && part.value.items.map(({ line: index }) => index)).toEqual([1]);
    expect(part.ok && part.value.discarded).toMatchObject([{ ...refusal, line: 0 }]);
    const lines = [{ ...line, tickets: four }, other];
    const held = await supplier.hold(context(), { kind: 'lines', lines, delivery: {} }, null);
    expect(held).toMatchObject({ kind: 'held', items: [{ title: expect.any(String) }] });
    expect(held.kind === 'held' && held.changes).toMatchObject([{ kind: 'removed', text }]);
  });

  it('of nothing that exists is refused, line by line', async () => {
    const line = await lineOf(supplier, { event: '6IF' });
    const lines = ['', 'x', '6IF-1|A', 'a|b|c|d', 'Z99-1|CIRCLE|A/pool'].map((offer) => ({ ...line, offer }));
    const quote = await supplier.quote(context(), { kind: 'lines', lines, delivery: {} });
    expect(quote).toMatchObject({ ok: false, code: 'refused' });
    expect(!quote.ok && quote.refusals?.map(({ item }) => item)).toEqual(lines.map(({ offer }) => offer));
  });
});

describe('a hold', () => {
  it('lasts a quarter of an hour by our clock, and is let go of once', async () => {
    const checkout = await held(supplier, [{ event: '7AB', seats: ['C5', 'C6'] }]);
    expect((checkout.expiresAt ?? 0) - Date.now()).toBeGreaterThan(14 * 60_000);
    expect((checkout.expiresAt ?? 0) - Date.now()).toBeLessThan(15 * 60_000 + 1000);
    expect(checkout.items[0]).toMatchObject({
      seats: ['C5', 'C6'],
      price: { amount: 8000 },
      fee: { amount: 1000 },
    });
    expect(checkout.items[0]?.notices.join('\n')).toContain('Restricted view: C5, C6.');
    expect(checkout.items[0]?.notices).toContain('C6: Haunted seat');
    expect(await supplier.release?.(context(), checkout)).toEqual({ kind: 'released' });
    expect(await supplier.release?.(context(), checkout)).toEqual({ kind: 'released' });
    expect((await sandbox.ledger()).holds.map(({ status }) => status)).toEqual(['released']);
  });

  it('is refused in the supplier’s own words, and a part of it is told', async () => {
    const request = await requestOf(supplier, [{ event: '7AB', seats: ['H10'] }]);
    const refused = await supplier.hold(context(), request, null);
    expect(refused).toMatchObject({
      kind: 'refused',
      refusals: [{ text: expect.stringContaining('Seat H10 causes failure.') }],
    });
    const part = await requestOf(supplier, [{ event: '7AB', seats: ['H10'] }, { event: '6IF' }]);
    const held = await supplier.hold(context(), part, null);
    expect(held).toMatchObject({
      kind: 'held',
      changes: [{ kind: 'removed', text: expect.stringContaining('H10') }],
    });
    expect(held.kind === 'held' && held.items.length).toBe(1);
  });

  it('of other seats than asked for has to be accepted', async () => {
    for (const [event, seats] of [
      ['7AB', ['D6', 'D7']],
      ['SC33', ['B5', 'B6']],
    ] as const) {
      const checkout = await held(supplier, [{ event, seats }]);
      expect(checkout.changes).toMatchObject([
        { kind: 'seats', text: expect.stringContaining(seats.join(', ')) },
      ]);
    }
  });

  it('that costs more than the basket said shows both', async () => {
    const { changes } = await held(supplier, [{ event: 'SC31' }]);
    expect(changes).toMatchObject([{ kind: 'price' }]);
    expect(changes[0]?.after?.amount).toBeGreaterThan(changes[0]?.before?.amount ?? 0);
  });

  it('reads both generations of the wire, and shows an indication in the partner’s own currency', async () => {
    await sandbox.action('ingresso', 'wire', 'old');
    await sandbox.action('ingresso', 'desired-currency', 'eur');
    const { totals } = await held(supplier, [{ event: '6IF', quantity: 2 }]);
    expect(totals).toMatchObject([{ currency: 'GBP', indication: { currency: 'EUR', exponent: 2 } }]);
  });

  it('that is asked for again releases what it held before', async () => {
    const checkout = await held(supplier, [{ event: '7AB', seats: ['C3'] }]);
    const again = await supplier.hold(context(), checkout.request, { ...checkout, closedAt: Date.now() });
    expect(again).toMatchObject({ kind: 'held', changes: [], items: [{ seats: ['C3'] }] });
    expect((await sandbox.ledger()).holds.map(({ status }) => status).sort()).toEqual(['held', 'released']);
  });
});
