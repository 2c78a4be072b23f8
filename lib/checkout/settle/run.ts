import { type Action, decide, type Situation } from '../decide';
import { Fault } from '../errors';
import type { Input } from '../model';
import type { Stored } from '../store';
import type { Supplier } from '../supplier';
import type { HeartDeps } from './deps';
import type { Lease } from './lease';
import { look } from './look';
import { perform } from './perform';

/** A run ends by itself long before; a bound turns a bug into an alert instead of a busy loop at a supplier. */
const MAX_ROUNDS = 40;

/**
 * Does everything that is due for a checkout until it rests, under a lease that the caller holds. `ask` makes it look
 * at the supplier even if nothing is due. Answers when it wants to be woken; null for never.
 */
export async function runUntilRest(deps: HeartDeps, lease: Lease, ask: boolean): Promise<number | null> {
  const done = new Set<Action['kind']>();
  const looked = new Set<string>();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const stored = await deps.store.read(lease.id);
    const supplier = stored ? deps.suppliers.get(stored.checkout.supplier) : undefined;
    if (!stored || !supplier) return null;
    const inputs = await deps.store.inputs(lease.id);
    const action = choose(deps, stored, supplier, inputs, { ask, done, looked });
    if (action.kind === 'rest') return rest(deps, lease, stored, action.dueAt);
    await step(deps, lease, stored, supplier, action);
    done.add(action.kind);
    if (action.kind === 'look') looked.add(action.attempt?.id ?? '');
  }
  deps.log('settle.too_many_rounds', { checkoutId: lease.id });
  const later = deps.clock.now() + 60_000;
  await deps.store.postpone(lease.id, lease.fence, later);
  return later;
}

function choose(
  deps: HeartDeps,
  { checkout, dueAt }: Stored,
  supplier: Supplier,
  inputs: readonly Input[],
  run: Pick<Situation, 'ask' | 'done' | 'looked'>,
): Action {
  const forAdvance = (input: Input) => input.kind === 'return' || hintsAtData(deps, checkout.attempts, input);
  return decide({ checkout, inputs, now: deps.clock.now(), dueAt, supplier, forAdvance, ...run });
}

function hintsAtData(deps: HeartDeps, attempts: Stored['checkout']['attempts'], input: Input): boolean {
  const step = attempts.find((attempt) => attempt.id === input.attemptId)?.step;
  const method = step?.kind === 'pay' ? deps.methods.get(step.method) : undefined;
  const hint = input.kind === 'result' ? method?.hint(input.data).kind : undefined;
  return hint === 'data' || (hint === 'paid' && step?.kind === 'pay' && step.confirm === true);
}

async function step(
  deps: HeartDeps,
  lease: Lease,
  stored: Stored,
  supplier: Supplier,
  action: Exclude<Action, { kind: 'rest' }>,
): Promise<void> {
  if (action.kind !== 'look') {
    await perform(deps, lease, stored, supplier, action);
    return;
  }
  await look(deps, lease, stored, supplier, action.attempt, action.inputs);
}

/** Nothing is due: the next wake-up is set without touching state or version. */
async function rest(
  deps: HeartDeps,
  lease: Lease,
  stored: Stored,
  dueAt: number | null,
): Promise<number | null> {
  if (dueAt !== stored.dueAt) await deps.store.postpone(lease.id, lease.fence, dueAt);
  return dueAt;
}

/** A fault while looking changes nothing; it is tried again soon. */
export async function afterFault(deps: HeartDeps, lease: Lease, cause: unknown): Promise<void> {
  const code = cause instanceof Fault ? cause.code : cause instanceof Error ? cause.name : 'unknown';
  deps.log('settle.fault', { checkoutId: lease.id, code });
  if (code !== 'lease_lost') await deps.store.postpone(lease.id, lease.fence, deps.clock.now() + 5000);
}
