import { Hono } from 'hono';
import { ADYEN_WEBHOOK_PATH } from '../../../core/secrets';
import type { Desk } from '../desk';
import { readNotices } from '../gateways/adyen/notice';

/** Takes Adyen's word, and only Adyen's: every signature is checked. */
export function webhookRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.post(ADYEN_WEBHOOK_PATH, async (c) => {
    const notices = readNotices(await c.req.text());
    if (!notices) return c.text('The signature is not Adyen’s.', 401);
    for (const notice of notices) await desk.gateways.adyen.receive(notice);
    return c.text('[accepted]');
  });
  return app;
}
