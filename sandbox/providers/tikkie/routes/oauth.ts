import { Hono } from 'hono';
import { accountOf } from '../access';
import { checkAssertion } from '../assertion';
import { generic } from '../problems';
import { newUuid, type Sim } from '../sim';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** `POST /v1/oauth/token`: an access token for an assertion that its client has signed. */
export function oauthRoutes(sim: Sim): Hono {
  const app = new Hono();
  app.post('/v1/oauth/token', async (c) => {
    const account = accountOf(c);
    const form = await c.req.parseBody();
    if (form.grant_type !== 'client_credentials') throw generic('1004_002', 'Grant type is incorrect');
    if (form.client_assertion_type !== ASSERTION_TYPE)
      throw generic('1004_004', 'Client assertion type is incorrect');
    if (typeof form.client_assertion !== 'string')
      throw generic('1004_001', 'Parameter is incorrect: client_assertion');
    if (form.scope !== 'tikkie') throw generic('3002_001', 'Insufficient scope');
    await checkAssertion(sim, account, form.client_assertion);
    const { tokenSeconds, expiresInAs } = sim.settings;
    const token = newUuid().replaceAll('-', '');
    sim.grants.set(token, { apiKey: account.apiKey, untilMs: sim.now() + tokenSeconds * 1000 });
    return c.json({
      access_token: token,
      expires_in: expiresInAs === 'text' ? String(tokenSeconds) : tokenSeconds,
      scope: 'tikkie',
      token_type: 'Bearer',
    });
  });
  return app;
}
