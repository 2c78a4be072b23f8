import type { Clock } from './clock';

/** What `setTimeout` takes at most; a longer wait is cut into pieces. */
const LONGEST_TIMEOUT_MS = 2_147_000_000;

type Work = () => void | Promise<void>;

interface Entry {
  readonly at: number;
  readonly work: Work;
}

/**
 * Work that is due at a moment of the sandbox's clock. One timer waits for the earliest of it; a jump of the clock
 * runs what became due at once, in order, so that a test never sleeps.
 */
export class Scheduler {
  private queue: Entry[] = [];
  private timer: NodeJS.Timeout | undefined;
  private running = new Set<Promise<void>>();
  /** Jumps of the clock that are being worked off; the timer keeps still meanwhile, or it would mix up their order. */
  private jumps = 0;

  constructor(
    private readonly clock: Clock,
    /** Told of work that threw; one provider's fault must not end the process. */
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Runs `work` `ms` from now by the sandbox's clock. */
  later(ms: number, work: Work): void {
    this.queue.push({ at: this.clock.now() + ms, work });
    // A stable sort: work of the same moment keeps the order in which it was asked for.
    this.queue.sort((a, b) => a.at - b.at);
    this.arm();
  }

  /** Runs all that is due, one after another, and what that makes due in turn. Call it after the clock was set. */
  async runDue(): Promise<void> {
    this.jumps += 1;
    try {
      for (let next = this.takeDue(); next; next = this.takeDue()) await this.run(next);
      await Promise.all(this.running);
    } finally {
      this.jumps -= 1;
      this.arm();
    }
  }

  /** Forgets everything that was to come. */
  clear(): void {
    this.queue = [];
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private arm(): void {
    clearTimeout(this.timer);
    const next = this.queue[0];
    if (!next || this.jumps > 0) return;
    const wait = Math.min(Math.max(next.at - this.clock.now(), 0), LONGEST_TIMEOUT_MS);
    this.timer = setTimeout(() => this.fire(), wait);
    // The servers keep the process alive; a voucher that is still to come must not.
    this.timer.unref();
  }

  private fire(): void {
    // Not awaited: a webhook whose receiver is slow must not hold up what others wait for.
    for (let next = this.takeDue(); next; next = this.takeDue()) void this.run(next);
    this.arm();
  }

  private takeDue(): Entry | undefined {
    const next = this.queue[0];
    return next && next.at <= this.clock.now() ? this.queue.shift() : undefined;
  }

  private async run({ work }: Entry): Promise<void> {
    const done = (async () => work())().catch(this.onError);
    this.running.add(done);
    await done;
    this.running.delete(done);
  }
}
