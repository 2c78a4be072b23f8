import type { Context } from 'hono';
import { type Account, accounts } from './accounts';
import { generic, v2 } from './problems';
import type { Sim } from './sim';

/** Whose API key a call carries. */
export function accountOf(c: Context): Account {
  const given = c.req.header('api-key');
  if (!given) throw generic('1002_003', 'Missing header: API-Key');
  const account = accounts.find(({ apiKey }) => apiKey === given);
  if (!account) throw generic('2005_001', 'The API Key is invalid');
  if (account.revoked) throw generic('2004_003', 'The API Key is revoked');
  return account;
}

/** Version 1: the key, and an access token that was given to it and has not ended. */
export function bearerOf(c: Context, sim: Sim): Account {
  const account = accountOf(c);
  const token = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (!token) throw generic('1002_002', 'Missing header: access token');
  const grant = sim.grants.get(token);
  if (grant?.apiKey !== account.apiKey) throw generic('2002_001', 'The access token is invalid');
  if (grant.untilMs <= sim.now()) throw generic('2003_001', 'The access token is expired');
  return account;
}

/** Version 2: the key, and an app token that belongs to it. */
export function appOf(c: Context, sim: Sim): string {
  const { apiKey } = accountOf(c);
  const app = c.req.header('x-app-token') ?? '';
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(app)) throw v2.app();
  if (sim.apps.get(app) !== apiKey) throw v2.forbidden();
  return app;
}
