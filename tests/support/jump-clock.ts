import type { HeartClock } from '@/lib/checkout/settle/deps';

/** Timers of the heart run this much faster than they say; only what they wait for is checked sooner. */
const HASTE = 200;

/**
 * Real time plus an offset that a test moves, in step with the sandbox's clock: what takes a quarter of an hour in
 * life takes one jump. Sleeps are real, because they wait for real work.
 */
export class JumpClock implements HeartClock {
  constructor(
    private offsetMs: number,
    /** Moves the sandbox's clock to the same offset; resolves when the work that fell due there is done. */
    private readonly tell: (offsetMs: number) => Promise<void>,
  ) {}

  readonly now = (): number => Date.now() + this.offsetMs;

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms).unref());
  }

  every(ms: number, work: () => void): () => void {
    const timer = setInterval(work, Math.max(5, ms / HASTE));
    timer.unref();
    return () => clearInterval(timer);
  }

  /** Moves on by `ms`, here and in the sandbox. */
  async jump(ms: number): Promise<void> {
    this.offsetMs += ms;
    await this.tell(this.offsetMs);
  }
}
