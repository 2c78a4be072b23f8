import type { HeartClock } from '@/lib/checkout/settle/deps';

interface Timer {
  at: number;
  readonly every: number | null;
  readonly fire: () => void;
}

/** A clock that moves only when told to, and fires what falls due on the way, in order. */
export class FakeClock implements HeartClock {
  private time: number;
  private timers = new Set<Timer>();

  constructor(start = Date.UTC(2026, 10, 21, 12)) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer: Timer = {
        at: this.time + ms,
        every: null,
        fire: () => {
          this.timers.delete(timer);
          resolve();
        },
      };
      this.timers.add(timer);
    });
  }

  every(ms: number, work: () => void): () => void {
    const timer: Timer = { at: this.time + ms, every: ms, fire: work };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Calls `work` once, later. */
  after(ms: number, work: () => void): void {
    void this.sleep(ms).then(work);
  }

  /** Moves on by `ms`, letting everything that falls due run to where it waits again. */
  async advance(ms: number): Promise<void> {
    const until = this.time + ms;
    await quiet();
    for (;;) {
      const next = this.nextTimer(until);
      if (!next) break;
      this.time = Math.max(this.time, next.at);
      if (next.every !== null) next.at += next.every;
      next.fire();
      await quiet();
    }
    this.time = until;
  }

  /** Waits for work that needs no timer but its own sleeps: moves on in small steps until it is done. */
  async finish<T>(work: Promise<T>, limitMs = 60_000): Promise<T> {
    let done = false;
    const watched = work.finally(() => {
      done = true;
    });
    watched.catch(() => undefined);
    const until = this.time + limitMs;
    await quiet();
    while (!done && this.time < until) await this.advance(50);
    if (!done) throw new Error('Work did not finish within the limit of the fake clock');
    return watched;
  }

  private nextTimer(until: number): Timer | null {
    let next: Timer | null = null;
    for (const timer of this.timers)
      if (timer.at <= until && (next === null || timer.at < next.at)) next = timer;
    return next;
  }
}

/** Lets every promise chain that needs no timer run to its end. */
export async function quiet(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
