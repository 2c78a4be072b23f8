import { openStore, type Store } from '@/lib/db';
import { givenWith } from '../contract/given';
import { suppliersUnderTest } from '../contract/suppliers';
import { nameOf } from '../contract/types';
import { controlAt } from '../support/control';
import { type Customer, standingOf } from '../support/customer';
import { JumpClock } from '../support/jump-clock';
import { sweepToRest, sweepUntil } from '../support/rest';
import { shopOn } from '../support/shop';
import { scripts } from './scripts';
import type { Death, Orders, Report } from './types';

/** Ends the process; never comes back. */
export type Die = () => Promise<never>;

/** The store, which counts the checkout's writes and dies beside one. */
function mortal(store: Store, counted: { writes: number }, death: Death | undefined, die: Die): Store {
  const beside = async <T>(write: () => Promise<T>): Promise<T> => {
    const mine = death?.at === 'write' && death.n === counted.writes;
    counted.writes += 1;
    if (mine && death.point === 'before') return die();
    const done = await write();
    if (mine) return die();
    return done;
  };
  return {
    ...store,
    create: (...args) => beside(() => store.create(...args)),
    save: (...args) => beside(() => store.save(...args)),
    append: (...args) => beside(() => store.append(...args)),
  };
}

/** An instance of the shop with one customer in it, until both are at rest or it dies where it is told to. */
export async function live(orders: Orders, die: Die = unasked): Promise<Report> {
  const { death, basePort, id } = orders;
  const supplier = suppliersUnderTest.find((one) => nameOf(one) === orders.supplier);
  const script = orders.script === 'sweep' ? null : scripts[orders.script];
  if (!supplier || script === undefined) throw new Error(`Nobody knows ${orders.supplier}/${orders.script}`);
  const control = controlAt(`http://127.0.0.1:${basePort}`);
  const clock = new JumpClock(await control.offset(), control.clock);
  if (orders.later > 0) await clock.jump(orders.later);
  const counted = { writes: 0 };
  const store = await openStore(orders.databaseUrl);
  let calls = -1;
  const shop = shopOn({
    basePort,
    clock,
    store: mortal(store, counted, death, die),
    owner: orders.owner,
    env: supplier.env,
    checkpoint: async (point) => {
      if (point === 'before-call') calls += 1;
      if (death?.at === 'call' && death.n === calls && death.point === point) await die();
    },
  });
  const way = supplier.options.find((one) => one.id === orders.option);
  const verbs = shop.deps.suppliers.get(supplier.id);
  const customer: Customer = {
    id,
    supplier,
    heart: shop.heart,
    option: orders.option,
    request: orders.request,
    until: async (done, maxMs) => (await sweepUntil(shop, id, done, maxMs)).checkout,
    origin: (provider) => orders.origins[provider] ?? '',
    given: (checkout, attemptId) => (way && verbs ? givenWith(way, verbs, checkout, attemptId) : {}),
  };
  try {
    await script?.(customer, async (name) => {
      if (death?.at === 'mark' && death.name === name) await die();
    });
    // Died before anything was written: nobody knows of this customer, and nothing may have happened.
    if (!(await shop.store.read(id))) return { standing: 'nothing', writes: counted.writes };
    return { standing: standingOf((await sweepToRest(shop, id)).checkout), writes: counted.writes };
  } finally {
    await shop.heart.door.drained(5000);
    await store.close();
  }
}

const unasked: Die = () => Promise.reject(new Error('Nobody was to die here'));
