import { Hono } from 'hono';
import { send } from '../answers';
import { needProduct } from '../booking/choose';
import { PRODUCTS } from '../catalogue';
import type { Desk } from '../desk';
import type { OctoVariables } from '../session';
import { productWire } from '../wire/product';

/** Everything that is on sale, and one of it. */
export function productRoutes(desk: Desk): Hono<OctoVariables> {
  const app = new Hono<OctoVariables>();
  app.get('/octo/products', (c) =>
    send(
      c,
      PRODUCTS.map((product) => productWire(desk, c.get('session'), product)),
    ),
  );
  app.get('/octo/products/:id', (c) =>
    send(c, productWire(desk, c.get('session'), needProduct(c.req.param('id')))),
  );
  return app;
}
