import type { Context, MiddlewareHandler } from 'hono';
import { type Capability, CONNECTIONS, type Connection } from './connections';
import { Refusal } from './refusals';

/** Who calls and what was agreed on: decided for each request by its headers alone. */
export interface Session {
  readonly connection: Connection;
  readonly capabilities: ReadonlySet<Capability>;
  readonly testMode: boolean;
  /** How pictures and links are to be prefixed. */
  readonly origin: string;
}

/** What is typed on every request below `/octo`. */
export interface OctoVariables {
  Variables: { session: Session };
}

export type OctoContext = Context<OctoVariables>;

/** Reads key, capabilities and environment, and says in every answer what applies. */
export function negotiate(origin: string): MiddlewareHandler<OctoVariables> {
  return async (c, next) => {
    const connection = connectionOf(c.req.header('authorization'));
    const testMode = c.req.header('octo-env')?.trim().toLowerCase() === 'test';
    c.header('Octo-Env', testMode ? 'test' : 'live');
    c.header('Content-Language', 'en');
    c.header('Octo-Available-Languages', 'en');
    const asked = c.req.header('octo-capabilities') ?? c.req.header('x-capabilities');
    if (asked === undefined) throw new Refusal('CAPABILITIES_REQUIRED');
    const wanted = asked.split(',').map((one) => one.trim());
    // Names count letter by letter: octo/cardpayments is nothing.
    const granted = connection.grants.filter((one) => wanted.includes(one));
    c.header('Octo-Capabilities', granted.join(', '));
    c.set('session', { connection, capabilities: new Set(granted), testMode, origin });
    if (['POST', 'PATCH', 'DELETE'].includes(c.req.method)) needJson(c);
    await next();
  };
}

function connectionOf(header: string | undefined): Connection {
  const key = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (!key) throw new Refusal('UNAUTHORIZED');
  const connection = CONNECTIONS.find((one) => one.key === key);
  if (!connection || connection.revoked) throw new Refusal('FORBIDDEN');
  return connection;
}

function needJson(c: Context): void {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\b/i.test(type))
    throw new Refusal('BAD_REQUEST', 'Content-Type must be application/json.');
}

/** Refuses routes of a capability that was not agreed on. */
export function need(session: Session, capability: Capability): void {
  if (!session.capabilities.has(capability))
    throw new Refusal('FORBIDDEN', `This endpoint needs the capability ${capability}.`);
}
