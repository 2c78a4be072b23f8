import type { Problem } from '../problems/problem';

/** What a use-case answers: a JSON value with its status, a finished response, or why nothing was done. */
export type Reply = JsonReply | Response | Problem;

/** JSON with a status. */
export class JsonReply {
  constructor(
    readonly body: unknown,
    readonly status = 200,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/** Answers JSON. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): JsonReply {
  return new JsonReply(body, status, headers);
}

/** When to ask again. Retry-After takes whole seconds, and 0 is no answer; Retry-After-Ms says it to the millisecond. */
export function retryAfter(ms: number | undefined): Record<string, string> {
  if (ms === undefined) return {};
  return { 'Retry-After': String(Math.max(1, Math.ceil(ms / 1000))), 'Retry-After-Ms': String(ms) };
}

/** Sends a browser on to a page of ours; 303 turns every method into GET. Paths only: nothing leads off the site. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });
}
