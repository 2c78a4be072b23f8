import type { Refused } from '@/lib/checkout/heart';
import type { ProblemCode } from './table';

/** A pointer into what was sent, as RFC 9457 shows it, with the rule that it breaks. */
export interface ProblemField {
  readonly pointer: string;
  readonly rule: string;
  /** A sentence where we have one; otherwise the rule's own. */
  readonly detail?: string;
}

export interface ProblemExtras {
  readonly fields?: readonly ProblemField[];
  readonly retryAfterMs?: number;
  /** Further members of the problem document. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why a call did nothing, as a value: use-cases return it, the handler turns it into `application/problem+json`. */
export class Problem {
  constructor(
    readonly code: ProblemCode,
    readonly extras: ProblemExtras = {},
  ) {}
}

/** A problem of this code. */
export function problem(code: ProblemCode, extras?: ProblemExtras): Problem {
  return new Problem(code, extras);
}

/** What the heart refused, in the words of HTTP. */
export function fromRefused({ code, fields, retryAfterMs }: Refused): Problem {
  return problem(code, {
    fields: fields?.map(({ path, rule }) => ({ pointer: path, rule })),
    retryAfterMs,
  });
}
