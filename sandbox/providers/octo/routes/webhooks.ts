import { Hono } from 'hono';
import { ADYEN_WEBHOOK_PATH, OCTO_VIVA, VIVA_WEBHOOK_PATH } from '../../../core/secrets';
import type { Desk } from '../desk';
import { readNotices } from '../gateways/adyen/notice';
import { readVivaNotice } from '../gateways/viva/notice';
import { paidElsewhere } from '../order/late';

/** Takes Adyen's word, every signature checked, and Viva's hints, after which Viva itself is asked. */
export function webhookRoutes(desk: Desk): Hono {
  const app = new Hono();
  app.post(ADYEN_WEBHOOK_PATH, async (c) => {
    const notices = readNotices(await c.req.text());
    if (!notices) return c.text('The signature is not Adyen’s.', 401);
    for (const notice of notices) await desk.gateways.adyen.receive(notice);
    return c.text('[accepted]');
  });
  app.get(VIVA_WEBHOOK_PATH, (c) => c.json({ Key: OCTO_VIVA.webhookKey }));
  app.post(VIVA_WEBHOOK_PATH, async (c) => {
    const notice = readVivaNotice(await c.req.text());
    const order = notice && (await desk.gateways.vivawallet.receive(notice));
    if (order) await paidElsewhere(desk, order);
    return c.json({});
  });
  return app;
}
