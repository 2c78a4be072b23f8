import type { Runtime } from './foyer';

/**
 * Where the process keeps its one Runtime. Proxy, handlers and instrumentation are bundled apart but live in one
 * process: the global is what they share, and what hot reload leaves alone. A module of its own, so that the proxy
 * can read it without carrying the database.
 */
export const shared = globalThis as { __foyer?: Promise<Runtime> };
