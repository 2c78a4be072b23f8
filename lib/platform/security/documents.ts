import type { CspSources } from '@/lib/checkout/method';

/** What the composition root knows and a document's policy needs. */
export interface PolicySources {
  /** Frames of the suppliers' pickers. */
  readonly pickers: readonly string[];
  /** Where a hand-over may lead. */
  readonly redirects: readonly string[];
  payCsp(checkoutId: string, attemptId: string): Promise<CspSources>;
}

const PAY = /^\/checkout\/([^/]+)\/pay\/([^/]+)\/?$/;
const HAND_OVER = /^\/checkout\/[^/]+\/go\/[^/]+\/?$/;
const EVENT = /^\/events\/[^/]+\/[^/]+\/?$/;

/**
 * What a document may use beside our own, by its path: a picker's frame on an event's page, one method's origins on
 * its pay document, a form that leads to a bank on the hand-over page, and nothing anywhere else.
 */
export async function extraSources(path: string, sources: PolicySources): Promise<CspSources> {
  const [, checkoutId, attemptId] = PAY.exec(path) ?? [];
  if (checkoutId && attemptId) return sources.payCsp(checkoutId, attemptId);
  if (EVENT.test(path)) return { frame: sources.pickers };
  if (HAND_OVER.test(path)) return { form: sources.redirects };
  return {};
}

/** Pages about somebody's purchase are kept by no cache, the browser's own included. */
export function isPrivate(path: string): boolean {
  return /^\/(checkout|basket|return|c|ops|lookup)(\/|$)/.test(path);
}
