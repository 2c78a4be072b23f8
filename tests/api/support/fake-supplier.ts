import type { Supplier } from '@/lib/checkout/supplier';
import { item } from './checkouts';

/** A supplier with a picker and nothing behind it. Counts what it is asked. */
export function fakeSupplier(): Supplier & { readonly asked: string[]; down: boolean } {
  const asked: string[] = [];
  const no = () => {
    throw new Error('The API must not call this itself');
  };
  const { status: _status, vouchers: _vouchers, ...line } = item();
  const supplier = {
    asked,
    down: false,
    id: 'sim',
    name: 'Sim Tickets',
    options: [{ id: 'sim.card', label: 'Card', collects: 'supplier', method: 'sim-card' }],
    lost: {
      hold: 'repeat',
      start: 'repeat',
      advance: 'check',
      book: 'check',
      release: 'repeat',
      cancel: 'check',
    },
    origins: { images: [], frames: [] },
    events: async (_ctx, query) => {
      asked.push('events');
      await new Promise((wake) => setTimeout(wake, 5));
      if (supplier.down) return { ok: false, code: 'unavailable' };
      const events = [{ id: 'e1', title: '<b>Show</b>\u202e', summary: 'A show' }];
      return { ok: true, value: { events, page: query.page, pages: 1, total: 1 } };
    },
    event: async (_ctx, id) => {
      asked.push('event');
      if (id !== 'e1') return { ok: false, code: 'not_found' };
      const value = {
        id,
        title: 'Show',
        summary: '',
        description: 'x',
        facts: [],
        highlights: [],
        performances: [],
        notices: [],
      };
      return { ok: true, value };
    },
    picker: {
      open: async (_ctx, { basket }) => {
        asked.push(`open ${JSON.stringify(basket)}`);
        const value = {
          url: 'https://picker.example/x',
          origin: 'https://picker.example',
          basket: basket ?? { bid: 'theirs' },
        };
        return { ok: true, value };
      },
      remove: async (_ctx, _basket, id) => {
        asked.push(`remove ${id}`);
        return { ok: true, value: null };
      },
    },
    quote: async (_ctx, request) => {
      asked.push(`quote ${request.kind}`);
      return { ok: true, value: { items: [line], totals: [], discarded: [], delivery: [], expiresAt: null } };
    },
    hold: no,
    release: no,
    start: no,
    check: no,
    document: async () => {
      asked.push('document');
      return {
        ok: true,
        value: { contentType: 'application/pdf', body: new TextEncoder().encode('%PDF-1.7') },
      };
    },
  } as Supplier & { readonly asked: string[]; down: boolean };
  return supplier;
}
