import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { PARTNERS, type Partner } from '../clients';
import type { Desk } from '../desk';
import { Refusal } from '../refusals';
import { body } from '../request';

const credentials = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  grant_type: z.literal('client_credentials'),
});

/** `POST /login`: client credentials for a token. No refresh token comes with this grant. */
export function loginRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.post('/login', async (c) => {
    const { client_id, client_secret } = await body(c, credentials);
    const partner = PARTNERS.find((one) => isWho(one, client_id, client_secret));
    if (!partner) throw new Refusal(400, '0', 'The client credentials are invalid');
    const { token, seconds } = desk.store.tokens.issue(partner, desk.world.clock.now());
    return c.json({ access_token: token, expires_in: seconds, token_type: 'bearer', scope: null });
  });
  return app;
}

function isWho({ id, secret }: Partner, sentId: string, sentSecret: string): boolean {
  const [own, sent] = [Buffer.from(`${id}:${secret}`), Buffer.from(`${sentId}:${sentSecret}`)];
  return own.length === sent.length && timingSafeEqual(own, sent);
}
