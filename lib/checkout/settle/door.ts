import type { Outcome } from '../heart';
import type { HeartDeps } from './deps';
import { type Lease, underLease } from './lease';
import { afterFault, runUntilRest } from './run';

/** A command under the lease: changes the stored checkout or says why not. Runs once, and then settle goes on. */
export type Command = (lease: Lease) => Promise<Outcome>;

/** How long a command waits for another process's lease before it answers `busy`. */
const COMMAND_PATIENCE_MS = 2000;

/** How long whoever asked is kept waiting for settle to rest; slow work goes on without them. */
const REST_PATIENCE_MS = 900;

/** Is told that a checkout rests until a time; milliseconds. */
export type Alarm = (id: string, dueAt: number) => void;

/** A settle that waits for its turn; whoever comes meanwhile joins it. */
interface Turn {
  ask: boolean;
  rested: Promise<void>;
}

/**
 * The one door through which a checkout changes. Within this process callers queue for it, and settles that wait
 * are one: however many tabs ask, the supplier is asked once. Across processes the lease in the store decides.
 */
export class Door {
  private readonly tails = new Map<string, Promise<void>>();
  private readonly waiting = new Map<string, Turn>();
  private readonly running = new Set<Promise<void>>();
  private alarm: Alarm = () => undefined;

  constructor(private readonly deps: HeartDeps) {}

  /** Tells `alarm` from now on when each checkout that rests wants to be woken; whoever came before is told no more. */
  wakes(alarm: Alarm): void {
    this.alarm = alarm;
  }

  /** Settles: does what is due. Resolves when it rests, or after `patienceMs`, whichever comes first. */
  async settle(id: string, patienceMs = REST_PATIENCE_MS, ask = false): Promise<void> {
    await this.within(this.join(id, ask).rested, patienceMs);
  }

  /** Runs a command, then settles; answers the command's outcome after settle rested or `patienceMs` passed. */
  async command(id: string, command: Command, patienceMs = REST_PATIENCE_MS): Promise<Outcome> {
    let given = false;
    let answer: (outcome: Outcome) => void = () => undefined;
    const outcome = new Promise<Outcome>((resolve) => {
      answer = resolve;
    });
    const rested = this.enqueue(id, async (lease) => {
      if (given) return;
      given = true;
      answer(await command(lease));
      await this.untilRest(lease, false);
    });
    const late = this.deps.clock.sleep(COMMAND_PATIENCE_MS).then((): Outcome | null => {
      if (given) return null;
      given = true;
      return { ok: false, problem: { code: 'busy', retryAfterMs: 1000 }, stored: null };
    });
    const first =
      (await Promise.race([outcome, late])) ?? (await Promise.race([outcome, rested.then(() => failed)]));
    if (first.ok) await this.within(rested, patienceMs);
    return first;
  }

  /** Whether anything is under way in this process; a graceful stop waits for it. */
  async drained(patienceMs: number): Promise<boolean> {
    await this.within(
      Promise.allSettled(this.running).then(() => undefined),
      patienceMs,
    );
    return this.running.size === 0;
  }

  private join(id: string, ask: boolean): Turn {
    const queued = this.waiting.get(id);
    if (queued) {
      queued.ask ||= ask;
      return queued;
    }
    const turn: Turn = { ask, rested: Promise.resolve() };
    this.waiting.set(id, turn);
    turn.rested = this.enqueue(id, async (lease) => {
      this.waiting.delete(id);
      await this.untilRest(lease, turn.ask);
    });
    return turn;
  }

  private enqueue(id: string, work: (lease: Lease) => Promise<void>): Promise<void> {
    const before = this.tails.get(id) ?? Promise.resolve();
    const turn = before.then(() => this.turn(id, work));
    this.tails.set(id, turn);
    this.running.add(turn);
    void turn.finally(() => {
      this.running.delete(turn);
      if (this.tails.get(id) === turn) this.tails.delete(id);
    });
    return turn;
  }

  private async turn(id: string, work: (lease: Lease) => Promise<void>): Promise<void> {
    try {
      const calm = await underLease(this.deps, id, COMMAND_PATIENCE_MS, (lease) => this.guarded(lease, work));
      // An input that was appended while we rested must not wait for the next look.
      if (calm && (await this.deps.store.inputs(id)).length > 0) this.join(id, false);
      // Another process holds it: that one settles what we came for.
      if (calm === null) this.waiting.delete(id);
    } catch {
      this.waiting.delete(id);
      // The store itself is away: the checkout stays due, and the sweeper comes back to it.
      this.deps.log('settle.store_away', { checkoutId: id });
    }
  }

  private async untilRest(lease: Lease, ask: boolean): Promise<void> {
    const dueAt = await runUntilRest(this.deps, lease, ask);
    if (dueAt !== null) this.alarm(lease.id, dueAt);
  }

  private async guarded(lease: Lease, work: (lease: Lease) => Promise<void>): Promise<boolean> {
    try {
      await work(lease);
      return true;
    } catch (cause) {
      await afterFault(this.deps, lease, cause);
      return false;
    }
  }

  private within(work: Promise<void>, patienceMs: number): Promise<void> {
    return Promise.race([work, this.deps.clock.sleep(patienceMs)]);
  }
}

const failed: Outcome = { ok: false, problem: { code: 'busy', retryAfterMs: 1000 }, stored: null };
