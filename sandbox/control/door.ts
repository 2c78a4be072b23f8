import type { MiddlewareHandler } from 'hono';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Keeps web pages out. A page that rebinds its name to 127.0.0.1 still sends its own Host; a page that posts here
 * across origins sends Origin. Tests, scripts and the shop's server send neither.
 */
export const door: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? '';
  const name = host.replace(/:\d+$/, '');
  if (!LOOPBACK.has(name)) {
    return c.json({ error: `Host "${host}" is not this machine.`, mend: 'Ask for 127.0.0.1.' }, 403);
  }
  if (c.req.header('origin')) {
    return c.json({ error: 'Control answers no web pages.', mend: 'Ask from a server or a test.' }, 403);
  }
  return next();
};
