import type { HeartClock } from '@/lib/checkout/settle/deps';
import type { FakeClock } from './fake-clock';

/** A clock for one process: when the process is killed, none of its timers fires and none of its sleeps ends. */
export class MortalClock implements HeartClock {
  private dead = false;
  private readonly stops: (() => void)[] = [];

  constructor(private readonly clock: FakeClock) {}

  now(): number {
    return this.clock.now();
  }

  async sleep(ms: number): Promise<void> {
    await this.clock.sleep(ms);
    await this.alive();
  }

  every(ms: number, work: () => void): () => void {
    const stop = this.clock.every(ms, () => {
      if (!this.dead) work();
    });
    this.stops.push(stop);
    return stop;
  }

  /** Never resolves once the process is dead: whatever awaited it does not go on. */
  alive(): Promise<void> {
    return this.dead ? new Promise(() => undefined) : Promise.resolve();
  }

  kill(): void {
    this.dead = true;
    for (const stop of this.stops) stop();
  }
}
