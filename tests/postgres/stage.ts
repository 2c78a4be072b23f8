import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Checkout } from '@/lib/checkout/model';
import { openStore } from '@/lib/db';
import { suppliersUnderTest } from '../contract/suppliers';
import { audit } from '../oracle/audit';
import { isAtRest, read } from '../oracle/read';
import { chooseFor } from '../support/chooser';
import { buy, type Customer, granted, holdTwice, standingOf } from '../support/customer';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { balanced, type Instance, startInstance } from './fleet';

/** The server that `npm test` starts; without one these tests are skipped. */
export const SERVER = process.env.TEST_POSTGRES_URL;

/** Makes an empty database on a server; answers its address. */
export async function freshDatabase(server = SERVER ?? ''): Promise<string> {
  const name = `foyer_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Several instances on one database, a sandbox, and customers before them; all in real time. */
export interface Town {
  readonly sandbox: TestSandbox;
  readonly instances: Instance[];
  /** Starts another instance. */
  open(): Promise<Instance>;
  /** Sends customers in, one every `everyMs`, and waits until each has tickets; answers how each stands. */
  sell(count: number, everyMs: number): Promise<readonly string[]>;
  /** What the oracle objects to, once everything is at rest. */
  objections(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Opens a town on a database. */
export async function townOn(program: string, databaseUrl: string, size: number): Promise<Town> {
  const sandbox = await testSandbox();
  const basePort = sandbox.running.ports.control;
  const instances: Instance[] = [];
  const ids: string[] = [];
  const open = async () => {
    const instance = await startInstance(program, databaseUrl, basePort);
    instances.push(instance);
    return instance;
  };
  await Promise.all(Array.from({ length: size }, open));
  const heart = balanced(instances);
  const shopper = async (index: number): Promise<string> => {
    const customer = await newCustomer(sandbox, heart, index);
    ids.push(customer.id);
    await holdTwice(customer);
    await buy(customer);
    return standingOf(await customer.until((checkout) => standingOf(checkout) === 'booked/captured', 60_000));
  };
  return {
    sandbox,
    instances,
    open,
    sell: (count, everyMs) =>
      Promise.all(
        Array.from({ length: count }, async (_, index) => {
          await new Promise((wake) => setTimeout(wake, index * everyMs));
          return shopper(index);
        }),
      ),
    objections: async () => {
      const store = await openStore(databaseUrl);
      const groups = (checkout: Checkout) =>
        suppliersUnderTest.find(({ id }) => id === checkout.supplier)?.groups(checkout) ?? [];
      try {
        const rested = async () =>
          (await Promise.all(ids.map((id) => store.read(id)))).every((one) => one && isAtRest(one));
        await until(rested, Boolean, { timeoutMs: 30_000 });
        return audit({ ledger: await sandbox.ledger(), checkouts: await read(store, ids, groups) });
      } finally {
        await store.close();
      }
    },
    close: async () => {
      for (const instance of instances) instance.signal('SIGKILL');
      await Promise.all(instances.map(({ gone }) => gone));
      await sandbox.close();
    },
  };
}

/** One who buys from some supplier by one of its options, in turn; of what there is for many. */
async function newCustomer(sandbox: TestSandbox, heart: Customer['heart'], index: number): Promise<Customer> {
  // The instances have the usual set-up.
  const usual = suppliersUnderTest.filter(({ setUp }) => !setUp);
  const offers = usual.flatMap((supplier) =>
    supplier.options
      .filter(({ scarce, gives }) => !scarce && !gives)
      .map(({ id: option }) => ({ supplier, option })),
  );
  const offer = offers[index % offers.length];
  if (!offer) throw new Error('There is nothing to sell');
  const id = randomUUID();
  const request = await chooseFor(sandbox, offer.supplier, offer.option);
  const origin: Customer['origin'] = (provider) => sandbox.origin(provider);
  return { id, heart, ...offer, request, origin, given: () => ({}), until: pollOf(heart, id) };
}

/** Polls as a page does. */
function pollOf(heart: Customer['heart'], id: string): Customer['until'] {
  return async (done, maxMs) => {
    const seen = async () => {
      const stored = await heart.read(id);
      return stored ? stored.checkout : granted({ ok: false, problem: { code: 'not_found' }, stored: null });
    };
    return until(seen, done, { timeoutMs: maxMs, everyMs: 120 });
  };
}
