import 'server-only';
import type { Problem } from './problem';
import { problemKind } from './table';
import { problemText, ruleText } from './text';

/** RFC 9457. `type` leads to the table of all problems; no member tells one unknown thing from another. */
export function problemResponse(problem: Problem, locale: string, publicUrl: string): Response {
  const { status, safeToRetry, retryAfterSeconds } = problemKind(problem.code);
  const { fields, retryAfterMs, members, headers } = problem.extras;
  const seconds =
    retryAfterMs === undefined ? retryAfterSeconds : Math.max(1, Math.ceil(retryAfterMs / 1000));
  const errors = fields?.map(({ pointer, rule, detail }) => ({
    pointer,
    rule,
    detail: detail ?? ruleText(locale, rule),
  }));
  const body = {
    type: `${publicUrl}/api/problems#${problem.code}`,
    status,
    code: problem.code,
    ...problemText(locale, problem),
    safeToRetry,
    ...(errors && { errors }),
    ...members,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(seconds !== undefined && { 'Retry-After': String(seconds) }),
      ...headers,
    },
  });
}
