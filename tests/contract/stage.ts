import { randomUUID } from 'node:crypto';
import type { Checkout } from '@/lib/checkout/model';
import type { Store } from '@/lib/db';
import { audit } from '../oracle/audit';
import { read } from '../oracle/read';
import type { Customer } from '../support/customer';
import { JumpClock } from '../support/jump-clock';
import { mustRead, sweepToRest, sweepUntil } from '../support/rest';
import type { TestSandbox } from '../support/sandbox';
import { ANSWER_MS, PATIENT_MS, type Shop, type ShopOptions, shopOn } from '../support/shop';
import { givenWith } from './given';
import {
  type Action,
  callsOf,
  eventsOf,
  type OptionUnderTest,
  type SpoiltVerb,
  type SupplierUnderTest,
} from './types';

/** A customer at a real heart on SQLite, with the sandbox around it and time in the test's hand. */
export interface Stage extends Customer {
  readonly shop: Shop;
  readonly way: OptionUnderTest;
  readonly sandbox: TestSandbox;
  now(): Promise<Checkout>;
  /** Moves both clocks. */
  jump(ms: number): Promise<void>;
  /** Lets everything happen that will. */
  rest(): Promise<Checkout>;
  /** From here on the shop waits no longer for what buys than a test can. */
  hurry(): void;
  /** Spoils the calls of a verb. */
  spoil(verb: SpoiltVerb, fault: Spoil): Promise<void>;
  act(action: Action): Promise<void>;
}

/** What goes wrong with a call; see the control port. */
export interface Spoil {
  readonly kind: 'delay' | 'drop' | 'status' | 'html' | 'truncate' | 'mutate' | 'duplicate';
  readonly when?: 'before' | 'after';
  readonly status?: number;
  readonly delayMs?: number;
  readonly times?: number;
  readonly mutate?: Record<string, unknown>;
}

/** Sets the stage for one purchase. */
export async function stage(
  sandbox: TestSandbox,
  store: Store,
  supplier: SupplierUnderTest,
  way: OptionUnderTest,
  events: readonly string[] = eventsOf(supplier, way.id).plain,
  checkpoint?: ShopOptions['checkpoint'],
): Promise<Stage> {
  const clock = new JumpClock(0, (offsetMs) => sandbox.clock(offsetMs));
  const env = supplier.env ?? {};
  const place = { basePort: sandbox.running.ports.control, store, clock, env, checkpoint };
  // Calls whose answers are held back, as the control port names them: nothing else takes time on purpose.
  const slow: string[] = [];
  const shop = shopOn({
    ...place,
    owner: 'contract',
    answerMs: (call) => (meets(slow, call) ? ANSWER_MS : PATIENT_MS),
  });
  const verbs = shop.deps.suppliers.get(supplier.id);
  if (!verbs) throw new Error(`${supplier.id} is not switched on in .env.sandbox`);
  const id = randomUUID();
  const now = async () => (await mustRead(shop, id)).checkout;
  return {
    id,
    heart: shop.heart,
    supplier,
    option: way.id,
    way,
    request: await supplier.choose(verbs, events),
    shop,
    sandbox,
    now,
    origin: (provider) => sandbox.origin(provider),
    given: (checkout, attemptId) => givenWith(way, verbs, checkout, attemptId),
    until: async (done, maxMs) => (await sweepUntil(shop, id, done, maxMs)).checkout,
    jump: (ms) => clock.jump(ms),
    rest: async () => (await sweepToRest(shop, id)).checkout,
    hurry: () => {
      const { advance = [], book = [] } = callsOf(supplier, way);
      slow.push(...advance, ...book);
    },
    spoil: async (verb, fault) => {
      if (fault.kind === 'delay') slow.push(...(callsOf(supplier, way)[verb] ?? []));
      for (const call of callsOf(supplier, way)[verb] ?? [])
        await sandbox.fault({ provider: supplier.provider, call, ...fault });
    },
    act: async ({ action, id: of, args }) => {
      const target = typeof of === 'string' ? of : of(await now());
      await sandbox.action(supplier.provider, action, target, { ...args });
    },
  };
}

function meets(names: readonly string[], { method, path }: { method: string; path: string }): boolean {
  const call = `${method} ${path}`;
  return names.some((name) => (name.endsWith('*') ? call.startsWith(name.slice(0, -1)) : call === name));
}

/** Everything that the oracle objects to about this purchase. */
export async function objections(at: Stage): Promise<readonly string[]> {
  const ledger = await at.sandbox.ledger();
  return audit({ ledger, checkouts: await read(at.shop.store, [at.id], at.supplier.groups) });
}
