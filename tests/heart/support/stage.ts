import type { Collector } from '@/lib/checkout/collector';
import { createHeart } from '@/lib/checkout/create-heart';
import type { Outcome } from '@/lib/checkout/heart';
import { moneyOf, ticketsOf } from '@/lib/checkout/ledgers';
import type { PaymentMethod } from '@/lib/checkout/method';
import type { Checkout } from '@/lib/checkout/model';
import type { HeartDeps } from '@/lib/checkout/settle/deps';
import type { Supplier } from '@/lib/checkout/supplier';
import { startSweeper } from '@/lib/checkout/sweeper';
import { FakeClock } from './fake-clock';
import { MemoryStore } from './memory-store';
import { MortalClock } from './mortal';
import { simLinks } from './sim-link';
import { handOut, simCollector, simMethod, simSupplier } from './sim-supplier';
import { SimWorld } from './sim-world';

export interface StageOptions {
  readonly refunds?: boolean;
  readonly sweep?: boolean;
  readonly supplier?: (world: SimWorld) => Supplier;
  readonly methods?: readonly PaymentMethod[];
}

const named = (one: Collector) => [one.id, one] as const;

/** A heart with a simulated world around it, on a clock that only the test moves. */
export function stage(options: StageOptions = {}) {
  const clock = new FakeClock();
  const world = new SimWorld(clock);
  const supplier = options.supplier?.(world) ?? simSupplier(world);
  const methods = [simMethod(world), ...(options.methods ?? [])];
  const store = new MemoryStore(() => clock.now());
  const save = store.save.bind(store);
  store.save = async (write) => {
    const version = await save(write);
    if (version !== null) handOut(world, write.checkout);
    return version;
  };
  const logs: string[] = [];
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `id${String(ids).padStart(6, '0')}`;
  };
  /** Starts a process of its own on the shared store; `kill` ends it as `kill -9` does, `dieAt` at its next such point. */
  const boot = (owner: string) => {
    const mortal = new MortalClock(clock);
    let fatal: string | null = null;
    const checkpoint: HeartDeps['checkpoint'] = async (point) => {
      if (point === fatal) mortal.kill();
      await mortal.alive();
    };
    const deps: HeartDeps = {
      store,
      suppliers: new Map([['sim', supplier]]),
      methods: new Map(methods.map((method) => [method.id, method])),
      collectors: new Map(
        [simCollector, simLinks].map((made) => named(made(world, options.refunds ?? true))),
      ),
      owner,
      clock: mortal,
      newId,
      returnUrl: (token) => `https://shop.example/return/${token}`,
      allowedRedirect: (url) => new URL(url).hostname.endsWith('.example'),
      log: (event) => logs.push(event),
      checkpoint,
    };
    const heart = createHeart(deps);
    const dieAt = (point: string) => {
      fatal = point;
    };
    const sweeper = options.sweep === false ? null : startSweeper(deps, heart.door);
    const kill = () => {
      mortal.kill();
      world.orphan();
    };
    return { deps, heart, sweeper, kill, dieAt };
  };
  const first = boot('one');
  const { heart } = first;
  const read = async (id = 'c1'): Promise<Checkout> => {
    const stored = await store.read(id);
    if (!stored) throw new Error(`No checkout ${id}`);
    return stored.checkout;
  };
  const standing = async () => {
    const checkout = await read();
    return `${ticketsOf(checkout)}/${moneyOf(checkout)}`;
  };
  const open = () =>
    clock.finish(
      heart.open({ id: 'c1', supplier: 'sim', request: { kind: 'basket', basket: {} }, locale: 'en' }),
    );
  const attempt = (option = 'sim.card', id = 'a1') =>
    clock.finish(heart.attempt('c1', { id, option, client: { ip: null, userAgent: null, accept: null } }));
  return { clock, world, store, logs, heart, boot, first, read, standing, open, attempt };
}

/** The outcome's checkout, or a failing test that names the problem. */
export function done(outcome: Outcome): Checkout {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.problem.code}`);
  return outcome.stored.checkout;
}
