import { Hono } from 'hono';
import { basic, issueToken, TOKEN_SECONDS } from '../access';
import type { Sim } from '../sim';
import { send } from './answers';

/** `POST /connect/token`: OAuth client credentials, as Viva's accounts server takes them. */
export function tokenRoutes(sim: Sim): Hono {
  const app = new Hono();
  app.post('/connect/token', async (c) => {
    const { grant_type: grant } = await c.req.parseBody();
    const given = basic(c);
    const merchant = sim.merchants.find(
      ({ clientId, clientSecret }) => clientId === given?.user && clientSecret === given.password,
    );
    if (!merchant) return send(c, { error: 'invalid_client' }, 400);
    if (grant !== 'client_credentials') return send(c, { error: 'unsupported_grant_type' }, 400);
    return send(c, {
      access_token: issueToken(sim, merchant),
      expires_in: TOKEN_SECONDS,
      token_type: 'Bearer',
      scope: 'urn:viva:payments:core:api:redirectcheckout',
    });
  });
  return app;
}
