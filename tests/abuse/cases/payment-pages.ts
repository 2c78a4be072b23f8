import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PERSONAL } from '../support/canaries';
import { rows, standing } from '../support/database';
import { type Arrival, atPaymentPage, lineOf, onTheWayBack } from '../support/payment-page';
import { booked, type View } from '../support/purchase';
import type { Site } from '../support/site';
import { stranger, Visitor } from '../support/visitor';

/** An event whose payment page signs what it sends back. */
const SIGNED = 'SC14';
const cameBack = { origin: 'https://bank.example', 'sec-fetch-site': 'cross-site' };
const AWAY = [
  '../../etc/passwd',
  '..%2f..%2fops',
  '%00',
  "'; drop table checkouts;--",
  '\u202e6IF',
  '__proto__',
];

/** Returns that act upstream: tokens and answers of payment pages, taken from one purchase to another. */
export function paymentPages(at: () => Site): void {
  const callbacks = async () =>
    (await at().control.ledger()).calls.filter(({ path }) => path.includes('/callback.v1/'));
  const bring = (who: Visitor, token: string, query: Arrival['query']) =>
    who.ask(`/return/${token}?${new URLSearchParams(query.map(([name, value]) => [name, value]))}`, {
      headers: cameBack,
    });

  describe('an answer of a payment page', () => {
    let owner: Visitor;
    let thief: Visitor;
    let mine: View;
    let theirs: View;
    let arrival: Arrival;
    let other: Arrival;
    beforeAll(async () => {
      owner = new Visitor(at());
      thief = new Visitor(at());
      mine = await atPaymentPage(owner, SIGNED);
      theirs = await atPaymentPage(thief, SIGNED);
      arrival = await onTheWayBack(owner, mine);
      other = await onTheWayBack(thief, theirs);
    });

    it('is asked for at an address that names nobody', () => {
      expect(arrival.token).toMatch(/^[A-Za-z0-9_-]{22,}$/);
      expect(arrival.token).not.toBe(other.token);
      for (const personal of [...PERSONAL, mine.id, mine.reference])
        expect(JSON.stringify(arrival)).not.toContain(personal);
    });

    it('buys nothing for whoever brings it to another purchase’s address', async () => {
      expect((await bring(thief, other.token, arrival.query)).status).toBe(303);
      const stolen = standing(at(), theirs.id);
      expect(stolen?.tickets).not.toBe('booked');
      expect(stolen?.money).toBe('none');
      // Its own answer comes too late now: the address was used.
      await bring(thief, other.token, other.query);
      expect(standing(at(), theirs.id)?.tickets).not.toBe('booked');
      expect(standing(at(), mine.id)).toEqual({ tickets: 'held', money: 'none' });
    });

    it('buys for its owner, whoever brings it, and shows the bringer nothing', async () => {
      const bringer = stranger(at());
      const led = await bring(bringer, arrival.token, arrival.query);
      expect(led.headers.get('location')).toBe(`/return/${arrival.token}/status`);
      expect((await booked(owner, mine.id)).tickets).toBe('booked');
      const { text } = await bringer.ask(`/return/${arrival.token}/status`);
      for (const personal of [...PERSONAL, mine.id, mine.reference]) expect(text).not.toContain(personal);
    });

    it('acts once: again, a hundred times, on another instance, with other claims', async () => {
      const before = (await callbacks()).length;
      const elsewhere = new Visitor(at(), at().bare.origin);
      await Promise.all(
        Array.from({ length: 50 }, (_, n) => bring(n % 2 ? owner : elsewhere, arrival.token, arrival.query)),
      );
      await Promise.all(
        Array.from({ length: 50 }, () => bring(stranger(at()), arrival.token, [['success', 'no']])),
      );
      expect((await callbacks()).length).toBe(before);
      expect((await owner.json<View>(`/api/checkouts/${mine.id}`)).tickets).toBe('booked');
    });

    it('puts into the path of a callback nothing but tokens of ours', async () => {
      const ours = rows<{ token: string }>(at(), 'select token from return_tokens').map(({ token }) => token);
      const sent = await callbacks();
      expect(sent.length).toBeGreaterThan(1);
      for (const { path } of sent) {
        const [, used = '', next = ''] =
          /^\/f13\/callback\.v1\/this\.([\w-]+)\/next\.([\w-]+)$/.exec(path) ?? [];
        expect([ours.includes(used), ours.includes(next)], path).toEqual([true, true]);
      }
    });
  });

  describe('names of Ingresso’s', () => {
    afterEach(() => at().control.forgetFaults());

    it.each(AWAY)('such as %j lead to no call and to no fault', async (name) => {
      const who = new Visitor(at());
      const inPath = encodeURIComponent(name);
      const before = (await at().control.ledger()).calls.length;
      for (const path of [
        `/api/suppliers/ingresso/events/${inPath}`,
        `/api/suppliers/ingresso/events/${inPath}/offers?date=${inPath}`,
        `/events/ingresso/${inPath}`,
      ]) {
        const { status } = await who.ask(path);
        expect([path, [400, 404, 422].includes(status) && status]).toEqual([path, status]);
      }
      const line = { event: name, offer: name, tickets: [{ type: name, quantity: 1 }] };
      for (const json of [
        { supplier: 'ingresso', lines: [line] },
        { supplier: 'ingresso', lines: [{ ...line, seats: [name] }], delivery: { [name]: name } },
      ]) {
        const held = await who.ask('/api/checkouts', { json });
        expect([409, 422]).toContain(held.status);
        const quoted = await who.ask('/api/suppliers/ingresso/quote', { json: { lines: json.lines } });
        expect([200, 409, 422]).toContain(quoted.status);
        if (quoted.status === 200) expect(JSON.parse(quoted.text)).toMatchObject({ items: [] });
      }
      const sent = (await at().control.ledger()).calls.slice(before);
      expect(sent.filter(({ path }) => /reserve|purchase|\.\./.test(path))).toEqual([]);
    });

    it('are text where they are texts: hostile ones do nothing on any page', async () => {
      const text = '<img src=x onerror=alert(1)></script><script>alert(2)</script>\u202e';
      const mutate = {
        trolley_contents: { bundle: { '*': { order: { '*': { event: { event_desc: text } } } } } },
      };
      await at().control.fault({
        provider: 'ingresso',
        call: 'POST /f13/reserve.v1',
        kind: 'mutate',
        mutate,
        times: 1,
      });
      const who = new Visitor(at());
      const lines = [await lineOf(who, '6IF')];
      const { id, items } = await who.json<View>('/api/checkouts', { json: { supplier: 'ingresso', lines } });
      expect(items[0]?.title).toContain('<img src=x');
      expect(items[0]?.title).not.toContain('\u202e');
      const page = await who.ask(`/checkout/${id}`);
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/<img src=x|<script>alert/i);
    });
  });
}
