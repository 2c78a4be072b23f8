/** Why a try brought no answer: our words, safe for journal and metrics. */
export type Failure =
  | { readonly kind: 'unsent'; readonly why: 'refused' | 'no_such_host' | 'connect_timeout' | 'circuit_open' }
  | { readonly kind: 'lost'; readonly why: 'deadline' | 'too_large' | 'connection' };

/** The failures of Node's fetch that come before a single byte of the request can have left. Nothing else is listed. */
const UNSENT: Readonly<Record<string, Extract<Failure, { kind: 'unsent' }>['why']>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'no_such_host',
  EAI_AGAIN: 'no_such_host',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
};

/**
 * Sorts what fetch threw. When in doubt the request counts as lost: a payment may have been taken. A host with several
 * addresses fails with one error an address, and only when each of them is on the list was nothing sent.
 */
export function failureOf(error: unknown, timedOut: boolean): Failure {
  if (timedOut) return { kind: 'lost', why: 'deadline' };
  const roots = rootsOf(error);
  const whys = roots.map((root) => UNSENT[codeOf(root)]);
  const [first] = whys;
  if (first && whys.every(Boolean)) return { kind: 'unsent', why: first };
  return { kind: 'lost', why: 'connection' };
}

function rootsOf(error: unknown, depth = 0): readonly unknown[] {
  if (depth > 5 || !(error instanceof Error)) return [error];
  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.flatMap((one) => rootsOf(one, depth + 1));
  }
  return error.cause === undefined ? [error] : rootsOf(error.cause, depth + 1);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
