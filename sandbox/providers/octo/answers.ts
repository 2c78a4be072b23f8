import type { Context } from 'hono';
import { stringify } from '../../core/digits';
import { Refusal } from './refusals';

/** JSON in which numbers beyond 2^53 keep their digits. */
export function send(c: Context, value: unknown, status: 200 | 400 | 403 | 429 | 500 = 200): Response {
  c.header('content-type', 'application/json; charset=utf-8');
  return c.body(stringify(value), status);
}

/** What was thrown below `/octo`, in OCTO's error body: code, words, and the id that was wrong. */
export function sendError(c: Context, error: unknown): Response {
  const refusal =
    error instanceof Refusal
      ? error
      : new Refusal('INTERNAL_SERVER_ERROR', error instanceof Error ? error.message : String(error));
  return send(c, { error: refusal.code, errorMessage: refusal.message, ...refusal.echo }, refusal.status);
}
