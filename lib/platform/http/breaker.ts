import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import type { HttpAnswer } from './types';

/** Keeps calls away from a system that does not answer, so that customers hear so at once. */
export interface Breaker {
  /** Runs the try, or answers `unsent` while the system rests. */
  run(work: () => Promise<HttpAnswer>): Promise<HttpAnswer>;
  /** Whether calls get through now, for the readiness report. */
  open(): boolean;
}

export interface BreakerOptions {
  /** Faults in a row that open it. */
  readonly after: number;
  /** Milliseconds of rest before one call may try again. */
  readonly restMs: number;
}

const REST: HttpAnswer = { kind: 'unsent', why: 'circuit_open' };

/**
 * Opens on faults in a row: no connection, no answer, or a gateway's word that nobody is there. A plain 500 does not
 * count, since suppliers answer it for one bad event; nor does an answer that is too long: the system is well.
 */
export function createBreaker({ after, restMs }: BreakerOptions): Breaker {
  const policy = circuitBreaker(
    handleWhenResult((answer) => isFault(answer as HttpAnswer)),
    {
      halfOpenAfter: restMs,
      breaker: new ConsecutiveBreaker(after),
    },
  );
  return {
    async run(work) {
      // One call tries; the others do not queue behind it, since it may take minutes.
      if (policy.state === CircuitState.HalfOpen) return REST;
      let begun = false;
      try {
        return await policy.execute(() => {
          begun = true;
          return work();
        });
      } catch (error) {
        if (begun) throw error;
        return REST;
      }
    },
    open: () => policy.state === CircuitState.Open,
  };
}

function isFault(answer: HttpAnswer): boolean {
  if (answer.kind === 'unsent') return true;
  if (answer.kind === 'lost') return answer.why !== 'too_large';
  return answer.status >= 502 && answer.status <= 504;
}
