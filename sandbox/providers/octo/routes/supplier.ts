import { Hono } from 'hono';
import { send } from '../answers';
import { CAPABILITIES } from '../connections';
import type { Desk } from '../desk';
import { Refusal } from '../refusals';
import type { OctoVariables } from '../session';

const ID = 'northbank';

/** Who sells, who asks, and what can be agreed on. Older clients ask for a list of suppliers. */
export function supplierRoutes(desk: Desk): Hono<OctoVariables> {
  const app = new Hono<OctoVariables>();
  const supplier = {
    id: ID,
    name: 'Northbank Experiences',
    endpoint: `${desk.origin}/octo`,
    contact: {
      website: desk.origin,
      email: 'hello@northbank.example',
      telephone: '+44 131 496 0142',
      address: '84 Commercial Street, Edinburgh EH6 6LX',
    },
  };

  app.get('/octo/supplier', (c) => send(c, supplier));
  app.get('/octo/suppliers', (c) => send(c, [supplier]));
  app.get('/octo/suppliers/:id', (c) => {
    if (c.req.param('id') !== ID) throw new Refusal('BAD_REQUEST', 'There is no such supplier.');
    return send(c, supplier);
  });
  app.get('/octo/whoami', (c) => {
    const { connection } = c.get('session');
    return send(c, {
      supplier,
      connection: { id: connection.id, name: connection.name, type: 'RESELLER' },
      reseller: { id: connection.id, name: connection.name },
      partner: null,
      checkout: null,
      operator: null,
      terminal: null,
    });
  });
  app.get('/octo/capabilities', (c) => {
    const { grants } = c.get('session').connection;
    return send(
      c,
      CAPABILITIES.filter((id) => grants.includes(id)).map((id) => ({
        id,
        revision: 1,
        required: false,
        dependencies: [],
        docs: null,
      })),
    );
  });
  return app;
}
