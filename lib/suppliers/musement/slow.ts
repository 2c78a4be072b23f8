import type { Step } from '@/lib/checkout/step';
import type { Todo } from './memo';

const LEAST_MS = 1000;
const MOST_MS = 120_000;

/** The customer has done their part, and nobody answers: asked again, rarer the longer it lasts. */
export function slow({ since }: Pick<Todo, 'since'>, now: number): Step {
  const retryAfterMs = Math.min(MOST_MS, Math.max(LEAST_MS, Math.round((now - since) / 4)));
  return { kind: 'wait', retryAfterMs, why: 'supplier_slow', again: 'advance' };
}
