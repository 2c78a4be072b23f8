import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CANARIES } from '../support/canaries';
import { booked, type View } from '../support/purchase';
import type { Site } from '../support/site';
import { type Ask, Visitor } from '../support/visitor';

const { raw } = CANARIES;

/** A partner's server, which may bring card numbers. What they leave behind is searched by `canaries`, and the files here. */
export function cardDetails(at: () => Site): void {
  describe('card numbers that a partner brings', () => {
    const partner = () => {
      const who = new Visitor(at());
      const headers = {
        authorization: `Bearer ${CANARIES.partnerKey}`,
        origin: null,
        'sec-fetch-site': null,
      };
      return {
        ask: (path: string, ask: Ask = {}) =>
          who.ask(path, { ...ask, headers: { 'idempotency-key': randomUUID(), ...headers, ...ask.headers } }),
        json: async <T>(path: string, ask: Ask = {}) =>
          who.json<T>(path, { ...ask, headers: { ...headers, ...ask.headers } }),
      };
    };

    /** A ticket without a date, held, with its guest's details; paid through the supplier's Adyen account. */
    async function held() {
      const who = partner();
      const { offers } = await who.json<{ offers: { id: string; ticketTypes: { type: string }[] }[] }>(
        '/api/suppliers/octo/events/OC105/offers',
      );
      const [offer] = offers;
      const tickets = [{ type: offer?.ticketTypes[0]?.type, quantity: 1 }];
      const lines = [{ event: 'OC105', offer: offer?.id, tickets }];
      const { id } = await who.json<View>('/api/checkouts', { json: { supplier: 'octo', lines } });
      await who.json(`/api/checkouts/${id}/details`, {
        method: 'PUT',
        json: { customer: CANARIES.customer },
      });
      return { who, id, pay: (ask: Ask) => who.ask(`/api/checkouts/${id}/card-details`, ask) };
    }

    it('pay, and are refused in whatever shape they come, and no answer says them again', async () => {
      const { who, id, pay } = await held();
      const wrong: readonly Ask[] = [
        { json: { card: { ...raw, number: `${raw.number} ` } } },
        { json: { card: { ...raw, [raw.number]: raw.holderName } } },
        { json: { card: raw.number, [raw.holderName]: true } },
        { body: `{"card":{"number":"${raw.number}"`, headers: { 'content-type': 'application/json' } },
        { form: { number: raw.number, holderName: raw.holderName } },
        { json: { card: raw }, headers: { authorization: `Bearer ${raw.number}` } },
        { json: { card: raw }, headers: { 'idempotency-key': null } },
      ];
      for (const ask of wrong) {
        const { status, text } = await pay(ask);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(text).not.toContain(raw.number);
        expect(text).not.toContain(raw.holderName);
      }
      const begun = await pay({ json: { card: raw } });
      expect([begun.status, begun.text.includes(raw.number)]).toEqual([expect.toBeOneOf([201, 202]), false]);
      await booked(who, id);
    });

    it('are refused by the bank, and lost with their answer, and are not kept for it', async () => {
      const { who, id, pay } = await held();
      await at().control.fault({
        provider: 'octo',
        call: 'POST /octo/orders/*',
        kind: 'drop',
        when: 'after',
      });
      expect((await pay({ json: { card: raw } })).status).toBeLessThan(300);
      await booked(who, id);
    });

    it('are in no file of the shop’s: not in its database, nor in what waits to be written to it', () => {
      for (const name of ['foyer.db', 'foyer.db-wal', 'foyer.db-shm']) {
        const file = `${at().data}/${name}`;
        const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
        for (const word of [raw.number, raw.holderName])
          expect([name, word, bytes.includes(word)]).toEqual([name, word, false]);
      }
    });
  });
}
