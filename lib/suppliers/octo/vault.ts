import type { CardDesk, CardDetails } from '@/lib/checkout/supplier';

/** Longer than a request needs to get to its supplier; what nobody took by then is forgotten. */
const KEPT_MS = 60_000;

/** Card details on their way from a partner's server to the supplier: in memory, for one attempt, used once. */
export interface Vault extends CardDesk {
  take(attemptId: string): CardDetails | null;
}

/** For the attempts of one option. */
export function createVault(option: string): Vault {
  const cards = new Map<string, CardDetails>();
  return {
    option,
    keep: (attemptId, card) => {
      cards.set(attemptId, card);
      setTimeout(() => cards.delete(attemptId), KEPT_MS).unref();
    },
    take: (attemptId) => {
      const card = cards.get(attemptId) ?? null;
      cards.delete(attemptId);
      return card;
    },
  };
}
