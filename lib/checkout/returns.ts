import type { Attempt, Checkout, Input } from './model';

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

/**
 * What a return is about: the hop of its token. A fixed return has no token of ours: while the attempt waits for somebody
 * to come back with this key it stands for the newest hop, and so for that one once; ever after it is a reason to look.
 */
export function returnedTo(named: string, attempt: Attempt | undefined): string {
  const waits = attempt?.step?.kind === 'redirect' && attempt.step.returnKeys?.includes(named);
  return returnOf((waits && attempt?.returnToken) || named);
}

/** Keys that were not there before: from now on they lead to their attempts. */
export function returnKeysOf(
  before: Checkout,
  after: Checkout,
): readonly { readonly key: string; readonly attemptId: string }[] {
  const known = new Set(keysOf(before).map(({ key, attemptId }) => `${attemptId} ${key}`));
  return keysOf(after).filter(({ key, attemptId }) => !known.has(`${attemptId} ${key}`));
}

function keysOf({ attempts }: Checkout) {
  return attempts.flatMap(({ id, step }) =>
    step?.kind === 'redirect' ? (step.returnKeys ?? []).map((key) => ({ key, attemptId: id })) : [],
  );
}
