import type { Visitor } from '../visitor';

/** The parts of a purchase, in their order; each is timed. */
export const PHASES = ['choose', 'hold', 'start', 'pay', 'book'] as const;
export type Phase = (typeof PHASES)[number];

/** Ends a phase: what passed since the last one is its time. */
export type Lap = (phase: Phase) => void;

/** A way to buy, gone twice: through the shop's API, and by the supplier's calls that the shop makes, made straight. */
export interface Way {
  readonly supplier: string;
  readonly option: string;
  /** What the supplier itself takes its time for, which both columns wait for. */
  readonly waits: string;
  /** Chooses tickets as a customer does; what the request for a checkout then carries. */
  choose(visitor: Visitor): Promise<object>;
  readonly details: object;
  /** The same purchase with nothing between. Ends when the supplier says that it is booked. */
  straight(lap: Lap): Promise<void>;
}
