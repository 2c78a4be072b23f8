import type { FakeClock } from './fake-clock';
import type { SimLink } from './sim-link';

/** What may go wrong with one call: before the work (nothing happened) or after it (all of it happened). */
export type SimFault = 'lost-before' | 'lost-after' | 'throw-before' | 'throw-after';

export class SimLost extends Error {}

export interface SimHold {
  /** `attempting`: a payment is under way, and the hold outlives its time until that ends. */
  status: 'held' | 'attempting' | 'released' | 'expired' | 'booked' | 'failed';
  expiresAt: number;
  price: number;
}

export interface SimPayment {
  readonly id: string;
  readonly hold: string;
  amount: number;
  status: 'open' | 'declined' | 'captured' | 'cancelled';
  refunded: number;
  collector: boolean;
  /** The customer has it: nobody can pay what was never handed out. */
  handed: boolean;
}

/**
 * The outside world of the heart's own tests: one supplier and one bank with a ledger, latency and faults. It is the
 * judge: tests hold the heart's checkout against it.
 */
export class SimWorld {
  readonly holds = new Map<string, SimHold>();
  readonly payments = new Map<string, SimPayment>();
  /** By the attempt that asked for them. */
  readonly links = new Map<string, SimLink>();
  readonly mutating = new Map<string, number>();
  readonly violations: string[] = [];
  readonly calls: string[] = [];
  price = 2500;
  holdMs = 15 * 60_000;
  bookMs = 700;
  /** Booking of a paid hold ends in failure. */
  refuseBooking = false;
  /** Nothing is booked for what the customer typed; the hold stays. */
  refuseDetails = false;
  latency: () => number = () => 0;
  fault: (call: string) => SimFault | null = () => null;

  constructor(readonly clock: FakeClock) {}

  /** One call at the supplier: latency, faults, and the rule that no checkout has two mutating calls at once. */
  async call<T>(checkoutId: string, name: string, mutates: boolean, work: () => T): Promise<T> {
    this.calls.push(name);
    if (mutates) this.enter(checkoutId, name);
    try {
      const fault = this.fault(name);
      await this.pause();
      if (fault === 'lost-before') throw new SimLost(name);
      if (fault === 'throw-before') throw new TypeError(name);
      const answer = work();
      await this.pause();
      if (fault === 'lost-after') throw new SimLost(name);
      if (fault === 'throw-after') throw new TypeError(name);
      return answer;
    } finally {
      if (mutates) this.mutating.set(checkoutId, Math.max(0, (this.mutating.get(checkoutId) ?? 1) - 1));
    }
  }

  private enter(checkoutId: string, name: string): void {
    const before = this.mutating.get(checkoutId) ?? 0;
    if (before > 0) this.violations.push(`two mutating calls at once: ${name}`);
    this.mutating.set(checkoutId, before + 1);
  }

  /**
   * A process was killed: what it had sent goes on over there and is nobody's call any more. Its successor repeats only
   * what does the work once.
   */
  orphan(): void {
    this.mutating.clear();
  }

  private async pause(): Promise<void> {
    const ms = this.latency();
    if (ms > 0) await this.clock.sleep(ms);
  }

  hold(id: string): SimHold {
    const hold: SimHold = { status: 'held', expiresAt: this.clock.now() + this.holdMs, price: this.price };
    this.holds.set(id, hold);
    return hold;
  }

  /** As the supplier sees it now: a hold that nobody paid for lapses by itself. */
  holdOf(id: string): SimHold | null {
    const hold = this.holds.get(id) ?? null;
    if (hold?.status === 'held' && hold.expiresAt <= this.clock.now() && !this.captured(id))
      hold.status = 'expired';
    return hold;
  }

  /** The customer's bank takes the money, if it still may. The supplier's webhook books a little later. */
  pay(paymentId: string, outcome: 'ok' | 'declined'): boolean {
    const payment = this.payments.get(paymentId);
    if (!payment?.handed || payment.status === 'captured' || payment.status === 'cancelled') return false;
    // A collector's refusal is its last word; a card may be tried again.
    if (payment.collector && payment.status === 'declined') return false;
    if (outcome === 'declined') {
      payment.status = 'declined';
      return false;
    }
    payment.status = 'captured';
    if (!payment.collector) this.clock.after(this.bookMs, () => this.book(payment.hold));
    return true;
  }

  /** Makes a link to pay by: one an attempt, or two people could pay for the same by right. */
  link(attemptId: string, amount: number): SimLink {
    if (this.links.has(attemptId)) this.violations.push(`a second link for ${attemptId}`);
    const link = { amount, paid: 0, refunded: 0, pending: false, open: true, handed: false };
    this.links.set(attemptId, link);
    return link;
  }

  /** Books a hold for money that is in; what cannot be booked any more is given back by the supplier. */
  book(id: string): SimHold['status'] {
    const hold = this.holds.get(id);
    if (!hold || hold.status === 'booked') return hold?.status ?? 'failed';
    hold.status = hold.status === 'held' && !this.refuseBooking ? 'booked' : 'failed';
    return hold.status;
  }

  release(id: string): 'released' | 'busy' {
    const hold = this.holdOf(id);
    if (this.captured(id) || hold?.status === 'booked' || hold?.status === 'attempting') return 'busy';
    if (hold?.status === 'held') hold.status = 'released';
    for (const payment of this.payments.values()) {
      if (payment.hold === id && payment.status !== 'captured' && !payment.collector)
        payment.status = 'cancelled';
    }
    return 'released';
  }

  captured(holdId: string): number {
    let sum = 0;
    for (const payment of this.payments.values()) {
      if (payment.hold === holdId && payment.status === 'captured' && !payment.collector)
        sum += payment.amount;
    }
    return sum;
  }
}
