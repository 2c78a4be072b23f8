import type { Context } from 'hono';
import { stringify } from '../../../core/digits';
import { VivaProblem } from '../problems';

/** JSON in which order codes keep their digits. */
export function send(c: Context, value: unknown, status: 200 | 400 | 401 | 403 | 404 | 409 = 200): Response {
  c.header('content-type', 'application/json; charset=utf-8');
  return c.body(stringify(value), status);
}

/** What was thrown, in Viva's words. */
export function sendError(c: Context, error: unknown): Response {
  if (error instanceof VivaProblem) return send(c, error.body, error.status);
  throw error;
}
