/** The sandbox's clock: real time plus an offset that `POST /clock` sets, so a test can let a hold lapse at once. */
export class Clock {
  private offsetMs = 0;

  /** Milliseconds since the epoch, as the sandbox's providers see it. */
  now(): number {
    return Date.now() + this.offsetMs;
  }

  /** ISO 8601 in UTC, `plusMs` from now. */
  iso(plusMs = 0): string {
    return new Date(this.now() + plusMs).toISOString();
  }

  /** Milliseconds ahead of real time; negative is behind. */
  get offset(): number {
    return this.offsetMs;
  }

  /** Sets the offset from real time; 0 is life. Whoever waits for a moment (the scheduler) is told separately. */
  setOffset(offsetMs: number): void {
    this.offsetMs = offsetMs;
  }
}
