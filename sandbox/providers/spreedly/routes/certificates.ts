import { createPublicKey, type KeyObject } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { problem } from '../problems';
import { newToken, type Sim } from '../sim';
import { body, sendError } from './answers';

const input = z.looseObject({ certificate: z.looseObject({ pem: z.string().max(10_000) }) });

/** Servers hand in the public half of what they sign with, and get the token that they name it by. */
export function certificateRoutes(sim: Sim): Hono {
  const app = new Hono();
  app.onError((error, c) => sendError(c, error));
  app.post('/v1/certificates.json', async (c) => {
    const environment = sim.authorised(c);
    const { certificate } = await body(c, input);
    const token = newToken();
    environment.certificates.set(token, keyOf(certificate.pem));
    return c.json({ certificate: { token, algorithm: 'RSA', created_at: sim.world.clock.iso() } }, 201);
  });
  return app;
}

function keyOf(pem: string): KeyObject {
  try {
    return createPublicKey(pem);
  } catch {
    throw problem(422, 'invalid', 'The certificate does not read.', 'pem');
  }
}
