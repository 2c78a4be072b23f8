import { same } from '../equal';
import type { Attempt, Checkout, Item, ItemStatus } from '../model';
import type { Step } from '../step';

/** The checkout with one attempt changed; unchanged when there is no such attempt. */
export function patchAttempt(checkout: Checkout, id: string, patch: Partial<Attempt>): Checkout {
  const attempts = checkout.attempts.map((attempt) =>
    attempt.id === id ? { ...attempt, ...patch } : attempt,
  );
  return { ...checkout, attempts };
}

/** The checkout with every item of certain states moved to another. */
export function moveItems(checkout: Checkout, from: readonly ItemStatus[], to: ItemStatus): Checkout {
  const items = checkout.items.map((item) => (from.includes(item.status) ? { ...item, status: to } : item));
  return { ...checkout, items };
}

export function patchItem(checkout: Checkout, id: string, patch: (item: Item) => Item): Checkout {
  return { ...checkout, items: checkout.items.map((item) => (item.id === id ? patch(item) : item)) };
}

/**
 * Gives a step its place in the attempt. The same step again keeps its id, so that a page that shows it stays valid;
 * a new one, or `fresh` for a further try with the same, gets the next id.
 */
export function placeStep(attempt: Attempt, step: Step, now: number, fresh = false): Attempt {
  if (attempt.step && !fresh) {
    const { id: _, ...current } = attempt.step;
    if (same(current, step)) return attempt;
  }
  const steps = attempt.steps + 1;
  const sameKind = attempt.step?.kind === step.kind && step.kind === 'wait';
  return {
    ...attempt,
    steps,
    step: { ...step, id: `s${steps}` },
    touchedAt: sameKind ? attempt.touchedAt : now,
  };
}

/** Puts a whole attempt back in its place. */
export function putAttempt(checkout: Checkout, attempt: Attempt): Checkout {
  return patchAttempt(checkout, attempt.id, attempt);
}
