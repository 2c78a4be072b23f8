import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiVariables } from './auth';
import type { Basket } from './basket/model';
import type { Desk } from './desk';
import { type Fault, Invalid, Refusal } from './refusals';
import { basketWire } from './wire/current';
import { oldBasketWire } from './wire/old';

/** A basket in the generation of the wire format that is spoken at the moment. */
export function sendBasket(desk: Desk, c: Context, basket: Basket): Response {
  const wire = desk.store.wire === 'old' ? oldBasketWire : basketWire;
  return c.json(wire(basket, desk.origin));
}

/** Turns what was thrown below `/api` into Tickitto's error body. */
export function sendError(desk: Desk, c: Context<ApiVariables>, error: unknown): Response {
  if (error instanceof Invalid) return sendFaults(desk, c, 422, error.faults);
  if (error instanceof Refusal) {
    const fault = { type: error.type, msg: error.message, loc: error.extra.loc ?? [] };
    const { payload } = error.extra;
    return sendFaults(desk, c, error.status, [payload === undefined ? fault : { ...fault, payload }]);
  }
  const msg = error instanceof Error ? error.message : String(error);
  return sendFaults(desk, c, 500, [{ type: 'server_error', msg, loc: [] }]);
}

function sendFaults(desk: Desk, c: Context<ApiVariables>, status: number, faults: Fault[]): Response {
  const code = status as ContentfulStatusCode;
  if (desk.store.wire === 'old') return c.json({ errors: faults }, code);
  // Where only the query is validated, the framework's own handler answers, and it knows no request id.
  const bare = status === 422 && /^\/api\/(events|availability|metadata)\//.test(c.req.path);
  return c.json(bare ? { detail: faults } : { request_id: c.get('requestId'), detail: faults }, code);
}
