import {
  accept,
  begin,
  bookFor,
  type Commanded,
  holdAgain,
  markRefunded,
  operate,
  putDetails,
  release,
} from './commands';
import { Fault } from './errors';
import type { Heart, Outcome } from './heart';
import type { Json } from './json';
import type { Input } from './model';
import { newCheckout } from './new-checkout';
import { operatorOptions } from './operator-collector';
import { paymentOptions } from './options';
import { returnedTo } from './returns';
import { act } from './settle/act';
import type { HeartDeps } from './settle/deps';
import { Door } from './settle/door';
import { withGuardedDoors } from './settle/doors-out';
import { writeStep } from './settle/write';
import type { Stored } from './store';

/** A hold may take its supplier a while; the customer has nothing better to look at meanwhile. */
const HOLD_PATIENCE_MS = 15_000;

/** Makes the heart: every change of a checkout goes through its one door. */
export function createHeart(parts: HeartDeps): Heart & { readonly door: Door } {
  const deps = withGuardedDoors(parts);
  const door = new Door(deps);
  const { store, clock } = deps;

  /** Runs a pure command on the stored checkout under the lease, and keeps what it changed. */
  const run = (
    id: string,
    name: string,
    command: (stored: Stored) => Commanded,
    patienceMs?: number,
  ): Promise<Outcome> =>
    door
      .command(
        id,
        async (lease) => {
          const stored = await store.read(id);
          if (!stored) return notFound();
          const done = command(stored);
          if (!done.ok) {
            deps.news?.({ kind: 'refused', checkoutId: id, command: name, code: done.problem.code });
            return { ok: false, problem: done.problem, stored };
          }
          if (done.checkout === stored.checkout) return { ok: true, stored };
          const journal = [{ at: clock.now(), kind: 'command' as const, name }];
          return {
            ok: true,
            stored: await writeStep(deps, lease, stored, done.checkout, { journal, dueAt: clock.now() }),
          };
        },
        patienceMs,
      )
      .then((outcome) => refreshed(store, id, outcome));

  /** Appends what arrived and lets settle see to it. */
  const arrived = async (input: Input): Promise<Outcome> => {
    await store.append(input);
    await door.settle(input.checkoutId);
    const stored = await store.read(input.checkoutId);
    return stored ? { ok: true, stored } : notFound();
  };

  return {
    door,
    read: (id) => store.read(id),
    open: async (ask) => {
      const known = await store.read(ask.id);
      if (!known)
        await store.create(
          newCheckout(ask, clock.now()),
          [{ at: clock.now(), kind: 'created', name: ask.supplier }],
          clock.now(),
        );
      await door.settle(ask.id, HOLD_PATIENCE_MS);
      const stored = await store.read(ask.id);
      if (!stored) throw new Fault('lost_checkout', 'A checkout that was just created is not there');
      return stored;
    },
    accept: (id, version) => run(id, 'accept', (stored) => accept(stored, version)),
    hold: (id) => run(id, 'hold', (stored) => holdAgain(stored, clock.now()), HOLD_PATIENCE_MS),
    release: (id) => run(id, 'release', release),
    details: (id, values, mode) => run(id, 'details', (stored) => putDetails(stored, values, mode)),
    attempt: (id, ask) =>
      run(id, 'attempt', (stored) => begin(stored, ask, optionsOf(deps, stored), clock.now())),
    operate: (id, order) => run(id, `operator.${order.act}`, (stored) => operate(stored, order)),
    bookFor: (id, booking) =>
      run(id, 'operator.book', (stored) =>
        bookFor(
          stored,
          deps.newId(),
          booking,
          operatorOptions(stored, deps.suppliers.get(stored.checkout.supplier)),
          clock.now(),
        ),
      ),
    markRefunded: (id, key, by, reason) =>
      run(id, 'operator.mark-refunded', (stored) => markRefunded(stored, key, by, reason, clock.now())),
    check: async (id) => {
      await door.settle(id, undefined, true);
      const stored = await store.read(id);
      return stored ? { ok: true, stored } : notFound();
    },
    extend: (id) => extend(deps, door, id),
    result: async (id, attemptId, stepId, data) => {
      const stored = await store.read(id);
      const attempt = stored?.checkout.attempts.find((candidate) => candidate.id === attemptId);
      if (!stored || !attempt) return notFound();
      const method = attempt.step?.kind === 'pay' ? deps.methods.get(attempt.step.method) : undefined;
      // A result for a step that is over changes nothing, but it is a reason to look.
      if (!method || attempt.step?.id !== stepId)
        return arrived(inputOf(deps, id, attemptId, stepId, 'result', null));
      const parsed = method.data.safeParse(data);
      if (!parsed.success) return { ok: false, problem: { code: 'data_invalid' }, stored };
      return arrived(inputOf(deps, id, attemptId, stepId, 'result', parsed.data as Json));
    },
    returned: async (token, params) => {
      const named = await store.returned(token);
      if (!named) return null;
      const known = await store.read(named.checkoutId);
      const about = returnedTo(
        token,
        known?.checkout.attempts.find(({ id }) => id === named.attemptId),
      );
      const outcome = await arrived(
        inputOf(deps, named.checkoutId, named.attemptId, about, 'return', params),
      );
      return outcome.ok ? outcome.stored : null;
    },
  };
}

function optionsOf(deps: HeartDeps, { checkout }: Stored) {
  const supplier = deps.suppliers.get(checkout.supplier);
  return supplier ? paymentOptions(checkout, supplier, deps.collectors.values()) : [];
}

/** More time, where the supplier has the verb. Never shortens a hold. */
function extend(deps: HeartDeps, door: Door, id: string): Promise<Outcome> {
  return door.command(id, async (lease) => {
    const stored = await deps.store.read(id);
    if (!stored) return notFound();
    const verb = deps.suppliers.get(stored.checkout.supplier)?.extend;
    if (!verb) return { ok: false, problem: { code: 'capability_missing' }, stored };
    const after = await act(deps, lease, stored, {
      verb: 'extend',
      call: (ctx, checkout) => verb(ctx, checkout),
      apply: (checkout, answer) =>
        answer?.ok
          ? { ...checkout, expiresAt: Math.max(answer.value.expiresAt, checkout.expiresAt ?? 0) }
          : checkout,
    });
    return { ok: true, stored: after };
  });
}

function inputOf(
  deps: HeartDeps,
  checkoutId: string,
  attemptId: string,
  stepId: string | null,
  kind: Input['kind'],
  data: Json,
): Input {
  return { id: deps.newId(), checkoutId, attemptId, stepId, kind, data, at: deps.clock.now() };
}

async function refreshed(store: HeartDeps['store'], id: string, outcome: Outcome): Promise<Outcome> {
  if (!outcome.ok) return outcome;
  const stored = await store.read(id);
  return stored ? { ok: true, stored } : outcome;
}

function notFound(): Outcome {
  return { ok: false, problem: { code: 'not_found' }, stored: null };
}
