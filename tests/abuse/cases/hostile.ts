import { afterEach, describe, expect, it } from 'vitest';
import { CANARIES } from '../support/canaries';
import { hold } from '../support/purchase';
import type { Site } from '../support/site';
import { Visitor } from '../support/visitor';

const RTL = '\u202e';
const TEXT = `<img src=x onerror=alert(1)></script><script>alert(2)</script>${RTL}{{7*7}}\${7*7}"' onload='x`;
const LONG = `<b>${'W'.repeat(20_000)}`;

/** Text that could act, where it stands in a page as mark-up instead of as text. */
const ACTS = [/<img src=x/i, /<script>alert/i, /<b>W/, /<\/script><script>alert/i];

function inert(html: string): void {
  for (const pattern of ACTS) expect(html).not.toMatch(pattern);
  expect(html).not.toContain(RTL);
  expect(html).not.toContain('>49<');
}

/** A supplier whose texts are somebody else's: hacked, careless, or filled in by whoever lists an event. */
export function hostile(at: () => Site): void {
  describe('hostile text of a supplier', () => {
    const spoil = (call: string, mutate: object, times = 1) =>
      at().control.fault({ provider: 'tickitto', call, kind: 'mutate', mutate, times });

    afterEach(() => at().control.forgetFaults());

    it('is text on an event’s page, in its title and in the API', async () => {
      const event = {
        title: TEXT,
        short_description: LONG,
        description: `${TEXT}\n\n${LONG}`,
        entry_notes: TEXT,
      };
      await spoil('GET /api/events/T302*', { ...event, slug: TEXT, city: TEXT }, 3);
      const who = new Visitor(at());
      const page = await who.ask('/events/tickitto/T302');
      expect(page.status).toBe(200);
      expect(page.text).toContain('&lt;img src=x');
      inert(page.text);
      // More than 20 kB of a description are cut.
      expect(page.text.match(/W{20001,}/)).toBeNull();
      const api = await who.ask('/api/suppliers/tickitto/events/T302');
      expect(api.headers.get('content-type')).toBe('application/json');
      expect(api.headers.get('x-content-type-options')).toBe('nosniff');
      expect(api.text).not.toContain(RTL);
    });

    it('is text in a checkout, on every page of it', async () => {
      const who = new Visitor(at());
      const item = {
        event_name: TEXT,
        important_information: LONG,
        notes: TEXT,
        ticket_instructions: [TEXT],
      };
      await spoil('GET /api/basket/*', { items: { '*': item } }, 6);
      const { id, items } = await hold(who, 'T103');
      expect(items[0]?.title).toContain('<img src=x');
      expect(items[0]?.title).not.toContain(RTL);
      for (const path of [`/checkout/${id}`, '/basket']) {
        const page = await who.ask(path);
        expect(page.status).toBe(200);
        inert(page.text);
      }
      const operator = { authorization: `Bearer ${CANARIES.env.OPS_KEY}` };
      const history = await new Visitor(at()).ask(`/api/ops/checkouts/${id}`, { headers: operator });
      expect(history.text).not.toContain(RTL);
      expect(at().shop.written()).not.toContain('onerror');
    });

    it('in addresses leads nowhere', async () => {
      const script = 'javascript:alert(1)';
      const images = { '*': { desktop: script, mobile: script, thumbnail: `${script}//x.svg` } };
      await spoil('GET /api/events/T104*', { images, videos: [script], slug: script }, 2);
      const page = await new Visitor(at()).ask('/events/tickitto/T104');
      expect(page.text).not.toMatch(/(href|src|action)="?javascript:/i);
    });
  });
}
