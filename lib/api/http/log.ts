import 'server-only';
import type { Foyer } from '@/lib/foyer';
import { Problem } from '../problems/problem';
import type { ProblemCode } from '../problems/table';
import type { Operation } from './operation';
import type { Reply } from './reply';

interface Answered {
  readonly requestId: string;
  readonly status: number;
  readonly ms: number;
  readonly reply: Reply | string;
}

/** One line a call: which, how it ended and how long it took. The route's pattern, never the path that was asked for. */
export function logAnswer(
  { log, metrics }: Foyer,
  operation: Pick<Operation, 'path' | 'method'>,
  { requestId, status, ms, reply }: Answered,
): void {
  log.event('api.answered', {
    requestId,
    route: operation.path,
    httpMethod: operation.method,
    status,
    ms: Math.round(ms),
    ...(reply instanceof Problem && { code: reply.code }),
  });
  if (reply instanceof Problem && GUARDS.has(reply.code)) {
    metrics.count('foyer_requests_refused_total', { guard: reply.code });
  }
}

/** Refusals that tell of an attack, a wrong set-up or a limiter that is gone, when they become many. */
const GUARDS: ReadonlySet<ProblemCode> = new Set([
  'cross_origin',
  'key_required',
  'rate_limited',
  'payments_closed',
  'body_slow',
  'body_too_large',
  'too_many_attempts',
]);

/** What broke; its caller only learns that something did. */
export function logFault({ log }: Foyer, requestId: string, fault: unknown): void {
  log.fault('api.fault', fault, { requestId });
}
