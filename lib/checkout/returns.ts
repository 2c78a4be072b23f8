import type { Attempt, Input } from './model';

/** What a return answers: the hop whose token it carries, whatever step is placed by now. */
export function returnOf(token: string): string {
  return `return:${token}`;
}

/**
 * Whether an input speaks of how things stand now. A result answers its step. A return answers its token: that one is
 * spent as soon as the next call is intended, so the second of two equal returns is only a reason to look.
 */
export function isFresh(input: Input, attempt: Attempt | null): boolean {
  if (input.stepId === null) return true;
  if (attempt === null) return false;
  if (input.kind === 'return') return input.stepId === returnOf(attempt.returnToken ?? '');
  return input.stepId === attempt.step?.id;
}
