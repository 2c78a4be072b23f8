import { openStore, type Store } from '@/lib/db';
import { suppliersUnderTest } from '../contract/suppliers';
import { nameOf } from '../contract/types';
import { controlAt } from '../support/control';
import { type Customer, standingOf } from '../support/customer';
import { JumpClock } from '../support/jump-clock';
import { sweepToRest, sweepUntil } from '../support/rest';
import { shopOn } from '../support/shop';
import { scripts } from './scripts';
import type { Orders, Report } from './types';

/** A process of the shop with one customer in it, which dies where it is told to. */
const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const { death, basePort, id } = orders;

/** Ends this process as `kill -9` does; never comes back. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => undefined);
}

/** The store, which counts the checkout's writes and dies beside one. */
function mortal(store: Store, counted: { writes: number }): Store {
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

async function live(): Promise<Report> {
  const supplier = suppliersUnderTest.find((one) => nameOf(one) === orders.supplier);
  const script = orders.script === 'sweep' ? null : scripts[orders.script];
  if (!supplier || script === undefined) throw new Error(`Nobody knows ${orders.supplier}/${orders.script}`);
  const control = controlAt(`http://127.0.0.1:${basePort}`);
  const clock = new JumpClock(await control.offset(), control.clock);
  if (orders.later > 0) await clock.jump(orders.later);
  const counted = { writes: 0 };
  let calls = -1;
  const shop = shopOn({
    basePort,
    clock,
    store: mortal(await openStore(orders.databaseUrl), counted),
    owner: orders.owner,
    env: supplier.env,
    checkpoint: async (point) => {
      if (point === 'before-call') calls += 1;
      if (death?.at === 'call' && death.n === calls && death.point === point) await die();
    },
  });
  const customer: Customer = {
    id,
    supplier,
    heart: shop.heart,
    option: orders.option,
    request: orders.request,
    until: async (done, maxMs) => (await sweepUntil(shop, id, done, maxMs)).checkout,
    origin: (provider) => orders.origins[provider] ?? '',
  };
  await script?.(customer, async (name) => {
    if (death?.at === 'mark' && death.name === name) await die();
  });
  // Died before anything was written: nobody knows of this customer, and nothing may have happened.
  if (!(await shop.store.read(id))) return { standing: 'nothing', writes: counted.writes };
  return { standing: standingOf((await sweepToRest(shop, id)).checkout), writes: counted.writes };
}

// Sleeps of the heart keep no process alive; this one lives until it has reported.
const alive = setInterval(() => undefined, 1000);
live().then(
  (report) => {
    clearInterval(alive);
    process.stdout.write(JSON.stringify(report), () => process.exit(0));
  },
  (cause: unknown) => {
    console.error(cause);
    process.exit(1);
  },
);
