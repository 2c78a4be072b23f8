import { z } from 'zod';
import type { RunningProvider } from '../../core/provider';
import { eventOf, findEvent } from './catalogue';
import { SOURCES } from './catalogue/sources';
import type { Desk } from './desk';
import { abandon } from './purchase/attempt';
import { hitReturnUrl } from './purchase/callouts';
import { cancel } from './purchase/cancel';
import type { Callout } from './purchase/model';
import type { Transaction } from './transaction/model';
import { release } from './transaction/reserve';
import { plainVoice } from './wire/voice';

const plan = z.strictObject({
  hops: z.int().min(0).max(30).optional(),
  method: z.enum(['get', 'post', 'mixed']).optional(),
  ordered: z.literal(true).optional(),
  foreign: z.literal(true).optional(),
  returnsBy: z.enum(['get', 'post']).optional(),
  echoes: z.literal(true).optional(),
});

/** What the control port can make this platform do. `id` is an event's, a source's or a transaction's, as each says. */
export function actions(desk: Desk): RunningProvider['actions'] {
  const { store } = desk;
  return {
    /** `old` or `new`: the generation of the wire format from now on. */
    wire: (id) => {
      store.wire = z.enum(['old', 'new'], { error: 'id is "old" or "new"' }).parse(id);
    },
    /** `eur`, `gbp` or `off`: the account's desired currency. */
    'desired-currency': (id) => {
      const wanted = z.enum(['eur', 'gbp', 'off'], { error: 'id is "eur", "gbp" or "off"' }).parse(id);
      store.desired = wanted === 'off' ? null : wanted;
    },
    /** `stripe` or `cider`: the debitor that the Stripe account's reservations name. */
    debitor: (id) => {
      store.debitor = z.enum(['stripe', 'cider'], { error: 'id is "stripe" or "cider"' }).parse(id);
    },
    /** The price of an event rises by `args.percent` (10) for whoever looks or reserves next. */
    'raise-price': (id, args) => {
      const { percent } = z.object({ percent: z.number().min(-90).max(500).default(10) }).parse(args);
      store.raised.set(needEvent(id), percent);
    },
    /** Nothing is left of an event, or of one performance; what is held stays held. */
    'sell-out': (id) => {
      if (!findEvent(id) && !eventOf(id)) throw new Error(`There is no event or performance "${id}".`);
      store.stock.sellOut(id);
    },
    /** The supplier of an event or source cannot be reached: empty availability, reservations fail. `args.up` ends it. */
    'backend-down': (id, args) => {
      if (args.up === true) store.down.delete(needSubject(id));
      else store.down.add(needSubject(id));
    },
    /** The supplier will refuse the purchase: of an event, a source, or one transaction. */
    'fail-purchase': (id) => {
      store.doomed.add(store.transactions.has(id) ? id : needSubject(id));
    },
    /** Purchases of an event or source take `args.ms` by the sandbox's clock; 0 ends it. */
    'slow-purchase': (id, args) => {
      const { ms } = z.object({ ms: z.int().min(0).max(600_000).default(120_000) }).parse(args);
      store.slow.set(needSubject(id), ms);
    },
    /** How redirects go from now on: `args` as the events' `callouts`; id `off` ends it. */
    callouts: (id, args) => {
      store.plan = id === 'off' ? null : plan.parse(args);
    },
    /** A hold ends now. Transaction. */
    expire: (id) => {
      if (!release(desk, need(desk, id), 'expired')) throw new Error(`${id} is not held any more.`);
    },
    /** The platform visits the return address itself, without parameters. Transaction with a callout. */
    'hit-return-url': (id) => hitReturnUrl(needCallout(need(desk, id))),
    /** The platform gives the callout up. Transaction with a callout. */
    timeout: async (id) => {
      const transaction = need(desk, id);
      needCallout(transaction);
      await abandon(desk, plainVoice(desk), transaction);
    },
    /** Somebody cancels at the platform: `args.items`, or all of it. Transaction. */
    cancel: async (id, args) => {
      const { items } = z.object({ items: z.array(z.int()).default([]) }).parse(args);
      const got = await cancel(desk, need(desk, id), items);
      if ('mustAlso' in got)
        throw new Error(`These items must go along: ${got.mustAlso.map(({ item }) => item).join(', ')}.`);
    },
  };
}

function need({ store }: Desk, id: string): Transaction {
  const transaction = store.transactions.get(id);
  if (!transaction) throw new Error(`There is no transaction "${id}".`);
  return transaction;
}

function needCallout({ uuid, callout }: Transaction): Callout {
  if (!callout) throw new Error(`${uuid} waits for nobody.`);
  return callout;
}

function needEvent(id: string): string {
  if (!findEvent(id)) throw new Error(`There is no event "${id}".`);
  return id;
}

function needSubject(id: string): string {
  return Object.hasOwn(SOURCES, id) ? id : needEvent(id);
}
