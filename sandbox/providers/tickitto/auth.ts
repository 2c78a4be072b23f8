import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { TICKITTO_KEY } from '../../core/secrets';
import { Refusal } from './refusals';

/** A key that may browse and nothing else: for the third kind of 401. */
export const BROWSE_KEY = 'tk_sandbox_browse_only';

/** What is typed on every answer below `/api`. */
export interface ApiVariables {
  Variables: { requestId: string };
}

/** Every answer carries `X-Request-ID`, and the caller's `X-Correlation-ID` where there was one. */
export const tracing: MiddlewareHandler<ApiVariables> = async (c, next) => {
  const requestId = randomUUID();
  c.set('requestId', requestId);
  await next();
  c.res.headers.set('X-Request-ID', requestId);
  const correlation = c.req.header('x-correlation-id');
  if (correlation) c.res.headers.set('X-Correlation-ID', correlation);
};

/** The `key` header; `/api/status` alone is open. */
export const auth: MiddlewareHandler<ApiVariables> = async (c, next) => {
  if (c.req.path === '/api/status') return next();
  const key = c.req.header('key');
  if (!key) throw new Refusal('authentication_error.key_missing', { loc: ['header', 'key'] });
  if (key !== TICKITTO_KEY && key !== BROWSE_KEY) {
    throw new Refusal('authentication_error.invalid_key', { loc: ['header', 'key'] });
  }
  if (key === BROWSE_KEY && c.req.path.startsWith('/api/basket')) {
    throw new Refusal('authentication_error.insufficient_permissions', { loc: ['header', 'key'] });
  }
  return next();
};
